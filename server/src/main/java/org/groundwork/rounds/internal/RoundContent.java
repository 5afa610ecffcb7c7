// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.organizing.Reply;
import org.groundwork.organizing.TakenAlong;
import org.groundwork.organizing.Turfs;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.web.Texts;
import org.groundwork.rounds.Block;
import org.groundwork.rounds.Round;
import org.springframework.stereotype.Component;

/**
 * What a steward's phone takes along of a round: what people are called, where they are, whether something is due, and the
 * numbers of the receipts that it may give. Never a rate, a reason, and no sum unless the members decided so.
 */
@Component
class RoundContent {
  private static final List<String> WORDS = List.of("rounds.state.due", "rounds.state.nothing", "rounds.state.paid",
      "rounds.state.not-now", "rounds.state.not-there", "rounds.list", "rounds.door.open", "rounds.amount",
      "rounds.amount.wrong", "rounds.way", "rounds.way.cash", "rounds.way.cheque", "rounds.paid.do",
      "rounds.not-now.do",
      "rounds.not-there.do", "rounds.due", "rounds.talked", "talk.issue", "talk.issue.none", "talk.next",
      "rounds.receipt", "rounds.receipt.from", "rounds.receipt.day", "rounds.receipt.copy", "rounds.receipt.copied",
      "rounds.receipt.next", "rounds.receipts", "rounds.take-back", "rounds.taken-back", "rounds.no-number",
      "rounds.done",
      "rounds.done.do", "rounds.done.what", "rounds.phone.other", "rounds.phone.forget");
  private final RoundsDesk desk;
  private final RoundTalk talk;
  private final Texts texts;

  RoundContent(RoundsDesk desk, RoundTalk talk, Texts texts) {
    this.desk = desk;
    this.talk = talk;
    this.texts = texts;
  }

  /** Where a list comes from and goes back to. */
  record Taken(Turfs.Turf turf, Block block) {}

  Map<String, Object> of(Round round, List<RoundRow> rows, Taken taken, HttpServletRequest request) {
    var text = texts.of(request);
    var turf = taken.turf();
    var content = new LinkedHashMap<String, Object>();
    content.put("kind", "round");
    content.put("lasting", true);
    content.put("turf", turf.id().toString());
    content.put("of", round.id().toString());
    content.put("until", turf.until().toString());
    content.put("at", "/l/" + Callers.actor().handle() + "/turf/" + turf.id());
    String place = desk.place(round);
    content.put("title", place.isEmpty() ? text.t("rounds.title") : place);
    content.put("local", desk.local());
    content.put("language", text.language().toLanguageTag());
    content.put("zone", desk.zone().getId());
    content.put("currency", desk.currency().getCurrencyCode());
    content.put("digits", Math.max(0, desk.currency().getDefaultFractionDigits()));
    content.put("numbers", Map.of("prefix", round.prefix(), "next", taken.block().first(), "last",
        taken.block().last()));
    content.put("parting", Map.of("what", "done", "turf", turf.id().toString()));
    content.put("doors", rows.stream().map(row -> door(row, text)).toList());
    talked(round, text, content);
    var words = new LinkedHashMap<String, String>();
    TakenAlong.WORDS.forEach(key -> words.put(key, text.t(key)));
    WORDS.forEach(key -> words.put(key, text.t(key)));
    List.of(Reply.YES, Reply.NOT_YET, Reply.NO)
        .forEach(reply -> words.put("reply." + reply.key(), text.t("reply." + reply.key())));
    content.put("words", words);
    return content;
  }

  private static Map<String, Object> door(RoundRow row, Texts.In text) {
    return Map.of("id", row.visit().toString(), "name", row.name(), "where", row.where(), "tag", row.tag(), "amount",
        row.amount().map(amount -> amount.written(text.language())).orElse(""));
  }

  private void talked(Round round, Texts.In text, Map<String, Object> content) {
    var site = talk.site(round);
    content.put("talks", talk.can(round));
    content.put("issues", site.map(of -> talk.issues(of)
        .stream()
        .map(issue -> Map.of("word", issue.word(), "text", text.t(issue.key())))
        .toList()).orElseGet(List::of));
    content.put("asks", site.flatMap(talk::ask)
        .map(ask -> List.of(Map.of("ask", ask.word(), "text", ask.text())))
        .orElseGet(List::of));
  }

  /** A visit as phones name it. */
  static UUID visit(String typed) {
    return RoundsDesk.id(typed).orElseGet(() -> new UUID(0, 0));
  }
}
