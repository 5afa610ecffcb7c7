// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.mt940;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundwork.statements.BadFile;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file into the fields of its messages. What stands outside of messages, such as the blocks of SWIFT's envelope and the lines
 * banks put before them, says nothing of the account.
 */
final class MtFields {
  /** The tag of what ends a message. */
  static final String END = "-";
  private static final Pattern TAG = Pattern.compile(":([0-9]{2}[A-Z]?|NS):");
  private static final int LONGEST = 20_000;

  private final String text;
  private int at;
  private int line = 1;

  MtFields(String text) { this.text = text; }

  /** The next field, or the end of a message; null at the end of the file. */
  @Nullable
  Field next() throws BadFile {
    while (at < text.length()) {
      String here = peek();
      if (ends(here)) {
        int number = line;
        take();
        return new Field(END, "", number, 1);
      }
      Matcher tag = TAG.matcher(here);
      if (tag.lookingAt()) {
        return field(tag.group(1), here.substring(tag.end()),
            here.length() - here.stripLeading().length() + tag.end() + 1);
      }
      take();
    }
    return null;
  }

  private Field field(String tag, String first, int column) throws BadFile {
    int number = line;
    take();
    var content = new StringBuilder(first);
    while (at < text.length()) {
      String here = peek();
      if (ends(here) || TAG.matcher(here).lookingAt()) {
        break;
      }
      content.append('\n').append(here);
      if (content.length() > LONGEST) {
        throw BadFile.at(number, column, "the field is longer than " + LONGEST + " characters");
      }
      take();
    }
    return new Field(tag, content.toString(), number, column);
  }

  /** The line that comes, without the control characters that some banks send around messages. */
  private String peek() throws BadFile {
    int end = text.indexOf('\n', at);
    end = end < 0 ? text.length() : end;
    if (end - at > LONGEST) {
      throw BadFile.at(line, 1, "the line is longer than " + LONGEST + " characters");
    }
    String here = text.substring(at, end);
    return here.chars().anyMatch(each -> each < ' ') ? here.replaceAll("[\\x00-\\x1F&&[^\t]]", "") : here;
  }

  private void take() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end + 1;
    line++;
  }

  /** A hyphen alone, with the end of SWIFT's block, or with the three letters of ING. */
  private static boolean ends(String line) {
    return line.startsWith("-") && (line.isBlank() || line.startsWith("-}") || line.strip().equals("-")
        || line.strip().equals("-XXX"));
  }
}
