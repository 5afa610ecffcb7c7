// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.host;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.groundwork.platform.database.DatabaseStartException;
import org.groundwork.platform.keys.KeyRefusal;
import org.groundwork.platform.start.Command;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** {@code groundwork admin}: for those locked out, for keys, and to see whether all is in order. */
public final class AdminCommand implements Command {
  static final int BAD = 1;
  private static final int MISUSED = 2;
  private static final int MISSING = 69;
  private final Clock clock;

  public AdminCommand() { this(Clock.systemUTC()); }

  AdminCommand(Clock clock) { this.clock = clock; }

  /** Where a command writes. */
  record Terminal(PrintStream out, PrintStream err) {

    /** A message that begins as those of every command do. */
    int complain(int status, String sentence) {
      err.println("groundwork: " + sentence);
      return status;
    }
  }

  @Override
  public int run(List<String> arguments, PrintStream out, PrintStream err) {
    var terminal = new Terminal(out, err);
    var asked = AdminOptions.read(arguments);
    return switch (asked.what()) {
      case AdminOptions.Misused(String why) -> {
        terminal.complain(MISUSED, why);
        err.println(AdminOptions.USAGE);
        yield MISUSED;
      }
      case AdminOptions.Help _ -> {
        out.println(AdminOptions.USAGE);
        yield 0;
      }
      case AdminOptions.Officers(boolean names) -> with(asked.data(), terminal,
          host -> new OfficerReset(host, terminal).list(names));
      case AdminOptions.Reset reset -> with(asked.data(), terminal,
          host -> new OfficerReset(host, terminal).reset(reset));
      case AdminOptions.RotateKeys _ -> with(asked.data(), terminal, host -> new KeyRotation(host, terminal).run());
      case AdminOptions.Check _ -> with(asked.data(), terminal, host -> new InstallationCheck(host, terminal).run());
    };
  }

  /** The external database, if any, comes from the environment, as for {@code serve}. */
  private static String external() {
    return Optional.ofNullable(System.getenv("GROUNDWORK_DATABASE_URL")).orElse("");
  }

  /** Work on an open installation that answers the exit status. */
  private interface Work {
    int on(Host host) throws Exception;
  }

  private int with(Path data, Terminal terminal, Work work) {
    if (!Host.isIn(data)) {
      return terminal.complain(MISSING, "there is no installation in " + data + "; name its directory with --data");
    }
    try (Host host = Host.open(data, external(), clock)) {
      return work.on(host);
    } catch (DatabaseStartException | KeyRefusal e) {
      return terminal.complain(MISSING, String.valueOf(e.getMessage()));
    } catch (SQLException | DataAccessException | TransactionException e) {
      return terminal.complain(MISSING, "the database cannot be asked (" + e.getClass().getSimpleName()
          + "). Start the product once with this version and try again.");
    } catch (UncheckedIOException e) {
      return terminal.complain(MISSING, data + " cannot be read by this user");
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
