// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.json;

/** Writes compact JSON: no space anywhere, what need not be escaped is not. */
public final class Compact {
  private static final String HEX = "0123456789abcdef";
  private final StringBuilder out;
  private boolean first = true;

  /** Writes into a new text. */
  public Compact() { this(1024); }

  /** Writes into a new text of about this length. */
  public Compact(int length) {
    this.out = new StringBuilder(length);
  }

  /** Begins an object or list. */
  public Compact open(char bracket) {
    comma();
    out.append(bracket);
    first = true;
    return this;
  }

  /** Ends an object or list. */
  public Compact close(char bracket) {
    out.append(bracket);
    first = false;
    return this;
  }

  private void comma() {
    if (!first) {
      out.append(',');
    }
    first = false;
  }

  /** A name; its value is written next. */
  public Compact name(String name) {
    comma();
    out.append('"').append(name).append("\":");
    first = true;
    return this;
  }

  /** A text that needs no escape, as digits. */
  public Compact plain(String text) {
    comma();
    out.append('"').append(text).append('"');
    return this;
  }

  /** Any text. */
  public Compact text(String text) {
    comma();
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      escape(text.charAt(i));
    }
    out.append('"');
    return this;
  }

  private void escape(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < 0x20 || c == 0x7f) {
          out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        } else {
          out.append(c);
        }
      }
    }
  }

  /** A number, or true or false. */
  public Compact raw(String value) {
    comma();
    out.append(value);
    return this;
  }

  @Override
  public String toString() { return out.toString(); }
}
