// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.groundwork.organizing.Turfs;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.rounds.Blocks;
import org.groundwork.rounds.Round;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;

/** A steward takes their round along, for where there is no signal. */
@Controller
class RoundAlongController {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Transactions transactions;
  private final RoundsDesk desk;
  private final RoundPeople people;
  private final RoundContent content;
  private final Turfs turfs;
  private final Blocks blocks;

  RoundAlongController(Transactions transactions, RoundsDesk desk, RoundPeople people, RoundContent content,
      Turfs turfs, Blocks blocks) {
    this.transactions = transactions;
    this.desk = desk;
    this.people = people;
    this.content = content;
    this.turfs = turfs;
    this.blocks = blocks;
  }

  private static SubjectRef list(UUID round) { return new SubjectRef(RoundTaken.ROUND, round); }

  /** Whether the caller takes this round along: its steward, while it is open. */
  private static boolean takes(Round round) {
    var reader = RoundReader.of(round);
    return round.open() && reader.carries() && reader.takes();
  }

  @GetMapping("/l/{local}/dues/rounds/{round}/along")
  @Requires(Power.TAKE_PART)
  Answer along(@PathVariable UUID round) {
    return transactions.read(() -> {
      Round of = desk.seen(round);
      var reader = RoundReader.of(of);
      if (!reader.handsIn()) {
        throw RoundsDesk.notFound();
      }
      var out = turfs.out(list(round));
      var names = desk.names(out.stream().map(Turfs.Turf::takenBy).distinct().toList());
      boolean numbers = blocks.enough(round, people.of(of).size());
      return Answer.show(new RoundAlongPage(of, desk.place(of), takes(of), numbers, out.stream()
          .map(turf -> new RoundAlongPage.Out(turf, names.getOrDefault(turf.takenBy(), "")))
          .toList(), (int) Turfs.NIGHT.toHours(), desk.zone()));
    });
  }

  /** Hands the round out with numbers for its receipts, once asked for by the page's script, which seals it under the PIN. */
  @PostMapping("/l/{local}/dues/rounds/{round}/along")
  @Requires(Power.TAKE_PART)
  Answer take(@PathVariable UUID round, HttpServletRequest request) {
    return transactions.write(() -> {
      Round of = desk.seen(round);
      var rows = people.of(of);
      if (!takes(of) || !blocks.enough(round, rows.size())) {
        return Answer.goTo(RoundsDesk.at("/" + round + "/along")); // which says why
      }
      var turf = turfs.takeForGood(list(round), rows.size());
      var block = blocks.handOut(round, turf.id(), rows.size()).orElseThrow(RoundsDesk::meanwhile);
      desk.looked(round);
      return Answer.file(JSON.writeValueAsString(content.of(of, rows, new RoundContent.Taken(turf, block), request))
          .getBytes(StandardCharsets.UTF_8), "application/json", "taken-along.json");
    });
  }

  /** Tells a phone to let go of the names; what was taken with it waits for an officer from then on. */
  @PostMapping("/l/{local}/dues/rounds/{round}/along/{turf}/revoke")
  @Requires(Power.TAKE_PART)
  Answer revoke(@PathVariable UUID round, @PathVariable UUID turf) {
    return transactions.write(() -> {
      Round of = desk.seen(round);
      if (!RoundReader.of(of).handsIn() || !turfs.revoke(list(round), turf)) {
        throw RoundsDesk.notFound();
      }
      blocks.revoked(round, turf);
      return Answer.goTo(RoundsDesk.at("/" + round + "/along"));
    });
  }
}
