// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.util.regex.Pattern;

/**
 * The markup of a template alone: expressions, statements and the arguments of template calls are left out, what is
 * nested in those calls as content is kept.
 */
final class TemplateText {
  private static final Pattern COMMENTS = Pattern.compile("<%--.*?--%>|<!--.*?-->", Pattern.DOTALL);
  private static final Pattern HEAD = Pattern.compile("(?m)^@(?:import|param)\\b.*$");
  private static final Pattern WORD = Pattern.compile("@(?:else|endif|endfor|raw|endraw)\\b");
  private static final Pattern CALL = Pattern.compile("@(?:if|elseif|for|template\\.[A-Za-z.]+)\\s*\\(");

  private final String text;
  private final StringBuilder markup = new StringBuilder();
  private int at;

  private TemplateText(String text) { this.text = text; }

  static String markupOf(String template) {
    var reader = new TemplateText(HEAD.matcher(COMMENTS.matcher(template).replaceAll("")).replaceAll(""));
    reader.readMarkup('\0');
    return reader.markup.toString();
  }

  /** Keeps characters up to {@code end}, which is a backtick within a call and otherwise never comes. */
  private void readMarkup(char end) {
    while (at < text.length() && text.charAt(at) != end) {
      if (text.startsWith("${", at) || text.startsWith("!{", at)) {
        at += 2;
        skip('{', '}');
      } else if (!readStatement()) {
        markup.append(text.charAt(at++));
      }
    }
    at++;
  }

  /** Passes over a statement or call that begins here; false if none does. */
  private boolean readStatement() {
    var word = WORD.matcher(text).region(at, text.length());
    var call = CALL.matcher(text).region(at, text.length());
    if (word.lookingAt()) {
      at = word.end();
      return true;
    }
    if (call.lookingAt()) {
      at = call.end();
      skip('(', ')');
      return true;
    }
    return false;
  }

  /** Skips an expression to its closing bracket; content blocks in it are markup again. */
  private void skip(char open, char close) {
    for (int depth = 1; depth > 0 && at < text.length();) {
      char c = text.charAt(at++);
      if (c == open) {
        depth++;
      } else if (c == close) {
        depth--;
      } else if (c == '"') {
        skipLiteral();
      } else if (c == '@' && at < text.length() && text.charAt(at) == '`') {
        at++;
        readMarkup('`');
      }
    }
  }

  private void skipLiteral() {
    while (at < text.length() && text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }
}
