// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groundwork.statements.BadFile;
import org.groundwork.statements.Line;
import org.groundwork.statements.Statement;
import org.groundwork.statements.StatementReader;
import org.groundwork.statements.StatementSink;
import org.groundwork.statements.sepa.Rejection;
import org.groundwork.statements.sepa.StatusReports;

/** Reads which payments come back, from a report of rejections (pain.002) or from statements and notifications. */
final class ReportReading {
  /** The most payments of a file that come back. */
  static final int MOST = 20_000;
  private static final int LOOKED_AT = 4_096;
  private static final String EURO = "EUR";

  private ReportReading() {}

  /**
   * A payment, batch or file that comes back; texts may be empty.
   *
   * @param amount what left the account, in cents; absent where nothing was booked
   * @param original what was ordered, where the file says so
   * @param on the day of booking
   */
  record Told(Rejection.Level level, String file, String batch, String endToEnd, String mandate, String reason,
      Optional<Long> amount, Optional<Long> original, Optional<LocalDate> on) {}

  /**
   * What stands in a file.
   *
   * @param status whether it is a report of rejections
   */
  record Read(boolean status, List<Told> told) {
    Read { told = List.copyOf(told); }
  }

  /**
   * Reads a file to its end.
   *
   * @throws BadFile with what is wrong, also where more comes back than can be taken at once
   * @throws IOException if it cannot be read
   */
  static Read read(InputStream in) throws BadFile, IOException {
    var buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(LOOKED_AT);
    String head = new String(buffered.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1).replace("\0", "");
    buffered.reset();
    var told = new ArrayList<Told>();
    boolean status = head.contains("pain.002.001.");
    if (status) {
      StatusReports.read(buffered, each -> {
        if (each.rejected() && told.size() <= MOST) {
          told.add(new Told(each.level(), each.file(), each.batch(), each.endToEnd(), each.mandate(), each.reason(),
              Optional.empty(), Optional.empty(), Optional.empty()));
        }
      });
    } else {
      StatementReader.read(buffered, new Returns(told));
    }
    if (told.size() > MOST) {
      throw BadFile.at(1, 1, "more than " + MOST + " payments come back in this file");
    }
    return new Read(status, told);
  }

  /** Takes what goes out because a payment was taken back. */
  private record Returns(List<Told> told) implements StatementSink {
    @Override
    public void line(Line line) {
      boolean out = line.amount().minor() < 0 && line.amount().currency().equals(EURO);
      if (line.returned().isPresent() && out && line.status() != Line.Status.PENDING && told.size() <= MOST) {
        told.add(new Told(Rejection.Level.PAYMENT, "", "", line.references().endToEnd(), line.references().mandate(),
            line.returned().get().reason(), Optional.of(Math.negateExact(line.amount().minor())),
            line.original()
                .filter(each -> each.currency().equals(EURO))
                .map(each -> Math.abs(each.minor()))
                .filter(each -> each > 0),
            line.booked().or(line::value)));
      }
    }

    @Override
    public void statement(Statement statement) {
      // what an account holds says nothing of payments that come back
    }
  }
}
