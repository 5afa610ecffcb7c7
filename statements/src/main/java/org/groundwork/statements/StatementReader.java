// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.groundwork.statements.internal.Bounded;
import org.groundwork.statements.internal.Decoded;
import org.groundwork.statements.internal.camt.CamtReader;
import org.groundwork.statements.internal.mt940.MtReader;
import org.groundwork.statements.internal.ofx.OfxReader;

/** Reads a file whose format can be told from what stands in it. */
public final class StatementReader {
  private static final int LOOKED_AT = 4096;
  private static final Pattern OFX = Pattern.compile("OFXHEADER|<OFX>");
  private static final Pattern MESSAGE = Pattern.compile("(?m)^\\p{Cntrl}?:20:");

  private StatementReader() {}

  /**
   * Reads a file to its end. camt is read as it comes and may have 2 GiB; other formats are held whole, up to 256 MiB.
   *
   * @param in is not closed
   * @param sink takes the lines and statements in the order of the file
   * @throws BadFile with each defect found, up to {@link BadFile#MOST_DEFECTS}; what the sink took is then to be thrown away
   * @throws IOException if the stream cannot be read
   */
  public static void read(InputStream in, StatementSink sink) throws BadFile, IOException {
    var buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(LOOKED_AT);
    byte[] head = buffered.readNBytes(LOOKED_AT);
    buffered.reset();
    String start = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
    if (start.contains("urn:iso:std:iso:20022:tech:xsd:camt.")) {
      CamtReader.read(buffered, sink);
      return;
    }
    String text = Decoded.text(whole(buffered));
    if (OFX.matcher(text.substring(0, Math.min(LOOKED_AT, text.length()))).find()) {
      OfxReader.read(text, sink);
      return;
    }
    if (MESSAGE.matcher(text).find()) {
      MtReader.read(text, sink);
      return;
    }
    throw BadFile.at(1, 1, "the file is none of camt.052, camt.053, camt.054, MT940 and OFX; CSV needs a mapping");
  }

  private static byte[] whole(InputStream in) throws BadFile, IOException {
    byte[] file = in.readNBytes(Bounded.MOST_WHOLE + 1);
    if (file.length > Bounded.MOST_WHOLE) {
      throw BadFile.at(1, 1, "the file is longer than " + Bounded.MOST_WHOLE + " bytes");
    }
    return file;
  }
}
