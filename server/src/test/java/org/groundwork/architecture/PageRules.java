// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.groundwork.architecture.Sources.TextFile;
import org.groundwork.architecture.Verdict.Collector;

/** Rules on templates and static files: no words of their own, nothing inline, nothing of another host. */
final class PageRules {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern ENTITY = Pattern.compile("&[a-zA-Z#0-9]+;");
  private static final Pattern LETTERS = Pattern.compile("\\p{L}[\\p{L}\\p{M}’' ]*");
  private static final Pattern SPOKEN = Pattern
      .compile("\\s(?:aria-label|title|alt|placeholder|label)=\"([^\"]*\\p{L}[^\"]*)\"");
  private static final Map<String, Pattern> INLINE = Map.of(
      "a style attribute", Pattern.compile("<[^>]*\\sstyle\\s*="),
      "an event attribute", Pattern.compile("<[^>]*\\son[a-z]+\\s*="),
      "an inline script", Pattern.compile("<script(?![^>]*\\ssrc=)"),
      "an inline style sheet", Pattern.compile("<style\\b"),
      "a script address", Pattern.compile("javascript:"));
  /** An address with a host; names of XML namespaces are no addresses, and comments ask for nothing. */
  private static final Pattern ELSEWHERE = Pattern
      .compile(
          "(?<!xmlns=[\"'])(?<!xmlns:xlink=[\"'])\\bhttps?://[^\\s\"')]+|(?:href|src|action)=\"//[^\"]+|url\\([\"']?//[^)]+");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|<!--.*?-->|<%--.*?--%>", Pattern.DOTALL);

  private PageRules() {}

  /** A template shows only texts from the bundles. */
  static Verdict templatesHaveNoWords(List<TextFile> templates) {
    var found = new Collector();
    for (TextFile file : templates) {
      found.look();
      String markup = TemplateText.markupOf(file.text());
      String visible = ENTITY.matcher(TAG.matcher(markup).replaceAll(" ")).replaceAll(" ");
      LETTERS.matcher(visible)
          .results()
          .forEach(
              words -> found.complain(file.name() + " says \"" + words.group().strip() + "\" itself; give it a key"));
      SPOKEN.matcher(markup)
          .results()
          .forEach(words -> found.complain(file.name() + " says \"" + words.group(1) + "\" itself; give it a key"));
    }
    return found.verdict();
  }

  /** A template carries no style, script or event of its own; the pages' policy would refuse them. */
  static Verdict templatesHaveNothingInline(List<TextFile> templates) {
    var found = new Collector();
    for (TextFile file : templates) {
      found.look();
      String markup = TemplateText.markupOf(file.text());
      INLINE.forEach((what, pattern) -> found.complainIf(pattern.matcher(markup).find(), file.name() + " has " + what));
    }
    return found.verdict();
  }

  /** No page and no file of a page asks another host for anything. */
  static Verdict nothingComesFromElsewhere(List<TextFile> files) {
    var found = new Collector();
    for (TextFile file : files) {
      found.look();
      ELSEWHERE.matcher(COMMENT.matcher(file.text()).replaceAll(" "))
          .results()
          .forEach(address -> found.complain(file.name() + " names another host: " + address.group()));
    }
    return found.verdict();
  }
}
