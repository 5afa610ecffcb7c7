// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.jspecify.annotations.Nullable;

/**
 * What every template may ask for: texts in the reader's language, addresses within the local, who is reading.
 *
 * @param path the path of the page itself, for the language switch
 * @param navigation the few places of the local that the reader may go to
 * @param menu what the reader needs now and then
 * @param origin by which browsers reach this server; empty where nobody told us
 */
public record Ui(Locale locale, Languages languages, Caller caller, Csrf csrf, String path, List<NavItem> navigation,
    List<NavItem> menu, String origin) {

  private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur", "yi", "ps", "sd", "ug", "ckb");

  /** The hidden field that proves a form came from our page. */
  public record Csrf(String parameter, String token) {}

  /** The text for a key; a day, a moment or an amount among its arguments is written as the reader's language writes it. */
  public String t(String key, Object... arguments) {
    return languages.text(locale, key, Arrays.stream(arguments).map(this::shown).toArray());
  }

  private Object shown(@Nullable Object argument) {
    return switch (argument) {
      case ZonedDateTime at -> moment(at.toInstant(), at.getZone());
      case LocalDate day -> date(day);
      case org.groundwork.platform.money.Money amount -> money(amount);
      case null -> ""; // a field that a form left out
      default -> argument;
    };
  }

  /** Writing direction of the reader's language. */
  public String direction() {
    return RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr";
  }

  public String language() { return locale.toLanguageTag(); }

  /** A language's own name for itself, first letter as it writes it. */
  public String nameOf(Locale language) {
    return language.getDisplayName(language);
  }

  /** An address within the local of the reader, {@code rest} without a leading slash. */
  public String in(String rest) {
    if (caller instanceof Caller.Actor actor) {
      return "/l/" + actor.handle() + (rest.isEmpty() ? "" : "/" + rest);
    }
    throw new IllegalStateException("this page is not inside a local");
  }

  /** An address within the local, or, where it begins with a slash, of the installation. */
  public String to(String path) {
    return path.startsWith("/") ? path : in(path);
  }

  /** An address as it is written down or handed on, with the server's name where we know it. */
  public String full(String path) {
    return origin + path;
  }

  /** A value ready to stand in the query of an address. */
  public String encoded(String value) {
    return java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
  }

  /** An amount of money the way the reader's language writes it. */
  public String money(org.groundwork.platform.money.Money money) {
    return money.written(locale);
  }

  /** An amount among others in a column: with all its decimals, so that they stand below one another. */
  public String inColumn(org.groundwork.platform.money.Money money) {
    return money.inColumn(locale);
  }

  public boolean inLocal() { return caller instanceof Caller.Actor; }

  public boolean signedIn() { return caller.accountId().isPresent(); }

  public boolean may(Power power) { return caller instanceof Caller.Actor actor && actor.may(power); }

  /** Whether the reader may at every site of the local. */
  public boolean mayEverywhere(Power power) {
    return caller instanceof Caller.Actor actor && actor.mayEverywhere(power);
  }

  /** A date the way the reader's language writes it. */
  public String date(LocalDate date) {
    return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
  }

  /** A date with its weekday, for what is to come. */
  public String day(LocalDate date) {
    return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale));
  }

  /** A date's month, short, the way the reader's language writes it. */
  public String month(LocalDate date) {
    return date.getMonth().getDisplayName(java.time.format.TextStyle.SHORT_STANDALONE, locale);
  }

  /** An instant as a date in {@code zone}. */
  public String date(Instant instant, ZoneId zone) {
    return date(instant.atZone(zone).toLocalDate());
  }

  /** A day with its weekday and an hour, as people say it, in a time zone. */
  public String moment(Instant instant, ZoneId zone) {
    return instant.atZone(zone)
        .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT).withLocale(locale));
  }

  /** An hour of the day, as people say it, in a time zone. */
  public String hour(Instant instant, ZoneId zone) {
    return instant.atZone(zone).format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale));
  }

  /** A whole number with the language's own grouping. */
  public String number(long number) {
    return java.text.NumberFormat.getIntegerInstance(locale).format(number);
  }

  /**
   * The sentence of a refusal where it stands apart from its field. One that all forms share, such as that something is
   * missing, is preceded by what the page calls the field; the others say it themselves.
   */
  public String refusal(FormErrors errors, FormErrors.Refusal refusal) {
    String sentence = refusal(refusal);
    return errors.label(refusal.field())
        .filter(label -> refusal.key().startsWith("form."))
        .map(label -> t(label.endsWith("?") ? "form.named.question" : "form.named", label, sentence))
        .orElse(sentence);
  }

  /** The sentence of a refusal; an argument that is a refusal itself is put into words first. */
  public String refusal(FormErrors.Refusal refusal) {
    return t(refusal.key(), refusal.arguments()
        .stream()
        .map(argument -> argument instanceof FormErrors.Refusal inner ? refusal(inner) : argument)
        .toArray());
  }
}
