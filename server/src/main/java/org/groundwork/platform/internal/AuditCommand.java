// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.audit.AuditFile;
import org.groundwork.platform.audit.AuditVerdict;
import org.groundwork.platform.audit.AuditVerifier;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.database.DatabaseStartException;
import org.groundwork.platform.database.Visit;
import org.groundwork.platform.keys.FileKeyStore;
import org.groundwork.platform.keys.KeyPlaces;
import org.groundwork.platform.keys.KeyRefusal;
import org.groundwork.platform.start.Command;

/** {@code groundwork audit}: checks and exports audit logs, beside the running product or without it. */
public final class AuditCommand implements Command {
  private static final int BAD = 1;
  private static final int MISUSED = 2;
  private static final int MISSING = 69;

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    return switch (AuditOptions.read(arguments)) {
      case AuditOptions.Misused(String why) -> {
        err.println("groundwork: " + why);
        err.println(AuditOptions.USAGE);
        yield MISUSED;
      }
      case AuditOptions.Help _ -> {
        out.println(AuditOptions.USAGE);
        yield 0;
      }
      case AuditOptions.VerifyFile(Path file) -> verifyFile(file, out, err);
      case AuditOptions.InDatabase wanted -> inDatabase(wanted, out, err);
    };
  }

  private static int verifyFile(Path file, PrintStream out, PrintStream err) {
    int[] worst = {0};
    try {
      AuditFile.check(file, (local, verdict) -> worst[0] = Math.max(worst[0], print(local, verdict, out)));
      return worst[0];
    } catch (AuditFile.Unreadable e) {
      err.println(e.getMessage());
      return BAD;
    } catch (IOException e) {
      err.println(file + ":1:1: cannot be read");
      return BAD;
    }
  }

  private static int inDatabase(AuditOptions.InDatabase wanted, PrintStream out, PrintStream err) {
    Path secret = wanted.data().resolve("keys/installation.secret");
    if (!Files.exists(secret)) {
      err.println("groundwork: there is no installation in " + wanted.data() + "; name its directory with --data");
      return MISSING;
    }
    byte[] derived = InstallationSecret.at(secret, new SecureRandom()).derive("database passwords");
    try (Visit visit = wanted.external().isEmpty()
        ? Visit.embedded(wanted.data().resolve("postgres"), derived)
        : Visit.external(wanted.external(), derived); Connection connection = visit.as(DatabaseRole.OPS)) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      var keys = FileKeyStore.open(KeyPlaces.under(wanted.data().resolve("keys")), false);
      return work(wanted, new AuditVerifier(connection, keys), out, err);
    } catch (DatabaseStartException | KeyRefusal e) {
      err.println("groundwork: " + e.getMessage());
      return MISSING;
    } catch (SQLException e) {
      err.println("groundwork: the database cannot be asked: " + e.getSQLState());
      return MISSING;
    } catch (AuditFile.Unreadable e) {
      err.println(e.getMessage());
      return BAD;
    } catch (IOException e) {
      err.println("groundwork: " + wanted.file().map(Path::toString).orElse("the file")
          + " cannot be read or written, or is there already");
      return BAD;
    }
  }

  private static int work(AuditOptions.InDatabase wanted, AuditVerifier verifier, PrintStream out, PrintStream err)
      throws SQLException, IOException, AuditFile.Unreadable {
    var locals = verifier.locals()
        .stream()
        .filter(l -> wanted.local().isEmpty() || wanted.local().get().equals(l.handle()))
        .toList();
    if (locals.isEmpty() && wanted.local().isPresent()) {
      err.println("groundwork: there is no local " + wanted.local().get());
      return BAD;
    }
    return switch (wanted.act()) {
      case VERIFY -> verify(wanted, verifier, locals, out);
      case HEAD -> heads(verifier, locals, out);
      case EXPORT -> export(wanted.file().orElseThrow(), verifier, locals, out);
    };
  }

  private static int verify(AuditOptions.InDatabase wanted, AuditVerifier verifier, List<AuditVerifier.Local> locals,
      PrintStream out) throws SQLException, IOException, AuditFile.Unreadable {
    Map<UUID, AuditVerdict.Head> noted = wanted.file().isPresent() ? AuditFile.heads(wanted.file().get()) : Map.of();
    int worst = 0;
    for (var local : locals) {
      var verdict = verifier.check(local, Optional.ofNullable(noted.get(local.id())), (seq, entry, at, hashes) -> {});
      worst = Math.max(worst, print(local, verdict, out));
    }
    for (UUID gone : noted.keySet()) {
      if (wanted.local().isEmpty() && locals.stream().noneMatch(l -> l.id().equals(gone))) {
        out.println(gone + " broken at 1: the local was removed");
        worst = BAD;
      }
    }
    return worst;
  }

  private static int heads(AuditVerifier verifier, List<AuditVerifier.Local> locals, PrintStream out)
      throws SQLException {
    int worst = 0;
    for (var local : locals) {
      switch (verifier.check(local, Optional.empty(), (seq, entry, at, hashes) -> {})) {
        case AuditVerdict.Ok ok -> out.println(AuditFile.head(local, ok.head()));
        case AuditVerdict.Broken broken -> worst = Math.max(worst, print(local, broken, out));
      }
    }
    return worst;
  }

  private static int export(Path file, AuditVerifier verifier, List<AuditVerifier.Local> locals, PrintStream out)
      throws SQLException, IOException {
    int worst = 0;
    try (var writer = new PrintWriter(
        Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW))) {
      AuditFile.begin(writer);
      for (var local : locals) {
        AuditFile.local(writer, local);
        var verdict = verifier.check(local, Optional.empty(),
            (seq, entry, at, hashes) -> AuditFile.seal(writer, seq, entry, at, hashes));
        worst = Math.max(worst, print(local, verdict, out));
        if (verdict instanceof AuditVerdict.Ok ok) {
          writer.print(AuditFile.head(local, ok.head()) + "\n");
        }
      }
      AuditFile.end(writer);
      if (writer.checkError()) {
        throw new IOException("the file could not be written to its end");
      }
    }
    return worst;
  }

  private static int print(AuditVerifier.Local local, AuditVerdict verdict, PrintStream out) {
    return switch (verdict) {
      case AuditVerdict.Ok ok -> {
        out.println(local.handle() + " ok: " + ok.head().seq() + " sealed, " + ok.waiting() + " waiting, "
            + ok.erased() + " erased");
        yield 0;
      }
      case AuditVerdict.Broken broken -> {
        out.println(local.handle() + " broken at " + broken.seq() + ": " + broken.reason());
        yield BAD;
      }
    };
  }
}
