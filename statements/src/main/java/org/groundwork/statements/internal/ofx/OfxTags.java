// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.ofx;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundwork.statements.BadFile;
import org.jspecify.annotations.Nullable;

/** Cuts OFX into tags: the SGML of version 1, in which a value's tag need not be closed, and the XML of version 2. */
final class OfxTags {
  private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|apos|nbsp|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});");
  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_VALUE = 20_000;
  private static final String CDATA = "<![CDATA[";

  private final String text;
  private int at;
  private int counted;
  private int line = 1;
  private int lineStart;

  OfxTags(String text, int from) {
    this.text = text;
    this.at = from;
  }

  /** The next tag; null at the end of the file. */
  @Nullable
  Tag next() throws BadFile {
    at = text.indexOf('<', at);
    while (at >= 0 && text.startsWith("<?", at)) {
      at = text.indexOf('<', at + 1);
    }
    if (at < 0) {
      at = text.length();
      return null;
    }
    place(at);
    int column = at - lineStart + 1;
    int end = text.indexOf('>', at);
    if (text.startsWith("<!", at) || end < 0 || end - at > LONGEST_NAME + 2) {
      throw BadFile.at(line, column, "this is no tag of OFX");
    }
    String name = text.substring(at + 1, end).strip().toUpperCase(Locale.ROOT);
    at = end + 1;
    int number = line;
    return new Tag(name, name.startsWith("/") ? "" : value(number, column), number, column);
  }

  private String value(int number, int column) throws BadFile {
    int from = at;
    while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    boolean literal = text.startsWith(CDATA, from);
    int end = literal ? text.indexOf("]]>", from) : text.indexOf('<', at);
    end = end < 0 ? text.length() : end;
    String value = text.substring(literal ? from + CDATA.length() : at, end).strip();
    if (value.length() > LONGEST_VALUE) {
      throw BadFile.at(number, column, "the value is longer than " + LONGEST_VALUE + " characters");
    }
    at = literal ? Math.min(text.length(), end + 3) : end;
    return literal ? value : unescaped(value);
  }

  private static String unescaped(String value) {
    if (value.indexOf('&') < 0) {
      return value;
    }
    Matcher entity = ENTITY.matcher(value);
    return entity.replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
  }

  private static String character(String entity) {
    return switch (entity) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      case "nbsp" -> " ";
      default -> {
        int code = entity.startsWith("#x")
            ? Integer.parseInt(entity.substring(2), 16)
            : Integer.parseInt(entity.substring(1));
        yield Character.isValidCodePoint(code) && !Character.isISOControl(code) ? Character.toString(code) : " ";
      }
    };
  }

  private void place(int to) {
    for (; counted < to; counted++) {
      if (text.charAt(counted) == '\n') {
        line++;
        lineStart = counted + 1;
      }
    }
  }
}
