// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.groundwork.count.BadFile;
import org.groundwork.count.Defect;

/** Looks into a packed spreadsheet before it is read: a few bytes can unpack to more than any machine has. */
final class Unpacked {
  private static final long LARGEST = 1L << 30;
  private static final int MOST_PARTS = 10_000;
  /** The last column is XFD. */
  private static final int MOST_LETTERS = 3;

  private Unpacked() {}

  /** Refuses a file that unpacks to too much, is no workbook, or whose cells stand where no sheet has a cell. */
  static void check(byte[] file) throws BadFile {
    check(file, LARGEST);
  }

  static void check(byte[] file, long most) throws BadFile {
    Source.refuseOld(file);
    long left = most;
    boolean workbook = false;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      int parts = 0;
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        String name = part.getName();
        workbook |= name.endsWith("workbook.xml");
        left = pass(zip, left, name.contains("worksheets"));
        if (left < 0 || ++parts > MOST_PARTS) {
          throw bad("the spreadsheet unpacks to more than 1 GiB; save what is needed of it as CSV");
        }
      }
    } catch (IOException damaged) {
      throw bad("the file is packed, and damaged: " + damaged.getMessage());
    }
    if (!workbook) {
      throw bad(
          "the file is a ZIP archive or a spreadsheet that is not XLSX; save it as XLSX or CSV, or unpack it first");
    }
  }

  /** Reads a part to its end; what is left of the bytes there may be, negative if there are more. */
  private static long pass(InputStream part, long most, boolean sheet) throws IOException, BadFile {
    long left = most;
    var address = new Address();
    var chunk = new byte[1 << 16];
    for (int read = part.read(chunk); read >= 0 && left >= 0; read = part.read(chunk)) {
      left -= read;
      for (int at = 0; sheet && at < read; at++) {
        if (address.isNone(chunk[at] & 0xFF)) {
          throw bad("the spreadsheet is damaged: a cell has an address no sheet has");
        }
      }
    }
    return left;
  }

  private static BadFile bad(String message) { return new BadFile(List.of(new Defect(1, 1, message))); }

  /** Follows the bytes of a sheet and finds attributes r that name a column that cannot be. */
  private static final class Address {
    private enum Within {
      TEXT, TAG, NAME, EQUALS, LETTERS
    }

    private Within within = Within.TEXT;
    private boolean space;
    private int letters;

    /** Whether with this byte a column that cannot be is named. */
    boolean isNone(int next) {
      if (next == '<' || next == '>') {
        within = next == '<' ? Within.TAG : Within.TEXT;
      } else if (within != Within.TEXT) {
        attribute(next);
      }
      space = Character.isWhitespace(next);
      return within == Within.LETTERS && letters > MOST_LETTERS;
    }

    private void attribute(int next) {
      if (within == Within.LETTERS) {
        letters = next == '&' ? MOST_LETTERS + 1 : letters + 1;
        within = next == '&' || Character.isLetter(next) ? Within.LETTERS : Within.TAG;
      } else if (next == 'r' && space) {
        within = Within.NAME;
      } else if (next == '=' && within == Within.NAME) {
        within = Within.EQUALS;
      } else if ((next == '"' || next == '\'') && within == Within.EQUALS) {
        within = Within.LETTERS;
        letters = 0;
      } else if (!Character.isWhitespace(next)) {
        within = Within.TAG;
      }
    }
  }
}
