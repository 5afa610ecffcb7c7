// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.read;

import org.groundwork.count.internal.OneLine;

/** Goes through a line of an ABIF file, word by word. A comment ends it. */
final class AbifLine {
  private static final int MOST_DIGITS = 12;

  /** The line says something that it cannot. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;
    final int at;

    Wrong(int at, String message) {
      super(message, null, false, false);
      this.at = at;
    }

    /** What is wrong, in words. */
    String words() { return String.valueOf(getMessage()); }
  }

  private final String text;
  private final int end;
  private int at;

  AbifLine(String text, int from, int end) {
    this.text = text;
    this.end = end;
    this.at = from;
  }

  /** Where it is, after blanks. */
  int at() {
    blanks();
    return at;
  }

  /** The next character that is no blank; a line feed at the end of what the line says. */
  char next() {
    blanks();
    return at < end && text.charAt(at) != '#' ? text.charAt(at) : '\n';
  }

  boolean ended() { return next() == '\n'; }

  /** Goes past a character, if it is the next. */
  boolean pass(char wanted) {
    if (next() != wanted) {
      return false;
    }
    at++;
    return true;
  }

  void expect(char wanted, String message) throws Wrong {
    if (!pass(wanted)) {
      throw new Wrong(at(), message);
    }
  }

  /** Nothing but a comment may follow. */
  void end(String message) throws Wrong {
    if (!ended()) {
      throw new Wrong(at(), message);
    }
  }

  /** A name or an identifier: bare, in quotation marks or in brackets. */
  String token(String message) throws Wrong {
    int from = at();
    char first = next();
    String token = switch (first) {
      case '"' -> closed('"');
      case '[' -> closed(']');
      default -> bare();
    };
    token = OneLine.of(token);
    if (token.isEmpty() || token.length() > OneLine.LONGEST) {
      throw new Wrong(from, token.isEmpty() ? message : "a name has 1 to " + OneLine.LONGEST + " characters");
    }
    return token;
  }

  /** What stands up to a brace, or in quotation marks. */
  String value() throws Wrong {
    if (next() == '"') {
      return closed('"');
    }
    int from = at;
    while (at < end && text.charAt(at) != '}') {
      at++;
    }
    return text.substring(from, at).strip();
  }

  /** A whole number without sign. */
  int number(int least, int most, String message) throws Wrong {
    int from = at();
    long number = 0;
    while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9' && at - from <= MOST_DIGITS) {
      number = number * 10 + text.charAt(at) - '0';
      at++;
    }
    if (at == from || number < least || number > most) {
      throw new Wrong(from, message);
    }
    return (int) number;
  }

  private String closed(char by) throws Wrong {
    int close = text.indexOf(by, at + 1, end);
    if (close < 0) {
      throw new Wrong(at, "what begins here is not closed by " + by);
    }
    String inside = text.substring(at + 1, close);
    at = close + 1;
    return inside;
  }

  private String bare() {
    int from = at;
    while (at < end && isBare(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private static boolean isBare(char character) {
    return Character.isLetterOrDigit(character) || Character.isSurrogate(character) || character == '_'
        || character == '-' || character == '.';
  }

  private void blanks() {
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
