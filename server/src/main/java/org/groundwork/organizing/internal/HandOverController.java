// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.organizing.TakenAlong;
import org.groundwork.organizing.Turfs;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What comes back from phones that took a list along, whatever it is a list of: each thing once. */
@Controller
class HandOverController {
  /** So much is handed over at once. */
  static final int AT_ONCE = 50;
  private static final int LONGEST = 400_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Map<String, String>>> RECORDS = new TypeReference<>() {
  };
  private final Transactions transactions;
  private final Turfs turfs;
  private final List<TakenAlong> kinds;
  private final Texts texts;
  private final Clock clock;

  HandOverController(Transactions transactions, Turfs turfs, List<TakenAlong> kinds, Texts texts, Clock clock) {
    this.transactions = transactions;
    this.turfs = turfs;
    this.kinds = List.copyOf(kinds);
    this.texts = texts;
    this.clock = clock;
  }

  @GetMapping("/offline")
  @OpenRoute(why = "holds nothing: it opens what the phone itself keeps")
  Answer offline() { return Answer.show(new OfflinePage()); }

  @GetMapping("/l/{local}/turf/{turf}")
  @Requires(Power.TAKE_PART)
  Answer state(@PathVariable UUID turf) {
    return transactions.write(() -> Answer.show(new TurfStatePage(turf,
        valid(turf).map(Valid::may).orElse(TakenAlong.May.NOTHING))));
  }

  /** A list that the caller may hand over, and the kind that it is of. */
  private record Valid(Turfs.Turf turf, TakenAlong kind, TakenAlong.May may) {}

  private Optional<Valid> valid(UUID turf) {
    return turfs.own(turf)
        .flatMap(own -> kinds.stream()
            .filter(kind -> kind.kind().equals(own.of().kind()))
            .findFirst()
            .map(kind -> new Valid(own, kind, may(own, kind))))
        .filter(valid -> valid.may() != TakenAlong.May.NOTHING);
  }

  /** The kind of list says whose power it takes; a phone that had to let go keeps no names. */
  private static TakenAlong.May may(Turfs.Turf own, TakenAlong kind) {
    var may = kind.may(own.of().id());
    return own.revoked() && may == TakenAlong.May.ALL ? TakenAlong.May.NUMBERS : may;
  }

  /** Takes what was written down on a phone, each once, in the order it was held; says of each what came of it. */
  @PostMapping("/l/{local}/turf/{turf}/hand-over")
  @Requires(Power.TAKE_PART)
  Answer handOver(@PathVariable UUID turf, @RequestParam(defaultValue = "") String records,
      HttpServletRequest request) {
    var text = texts.of(request);
    var results = new ArrayList<Map<String, Object>>();
    for (var record : read(records)) {
      var came = transactions.write(() -> {
        var valid = valid(turf).orElseThrow(TalkDesk::notFound);
        var written = valid.kind().write(valid.turf().of().id(), record, heldAt(record));
        if (written.taken()) {
          turfs.handedOver(turf);
        }
        return written;
      });
      results.add(result(record, came, text));
    }
    return json(Map.of("results", results));
  }

  private static Map<String, Object> result(Map<String, String> record, TakenAlong.Came came, Texts.In text) {
    var result = new LinkedHashMap<String, Object>();
    result.put("id", record.getOrDefault("id", ""));
    result.put("state", came.taken() ? "done" : "refused");
    result.put("why", came.told().stream().findFirst().map(TakenAlong.Told::key).orElse(""));
    result.put("text", came.told().stream().map(told -> said(told, text)).collect(Collectors.joining(" ")));
    return result;
  }

  private static String said(TakenAlong.Told told, Texts.In text) {
    return text.t(told.key(), told.arguments()
        .stream()
        .map(argument -> argument instanceof TakenAlong.Word(var key) ? text.t(key) : argument)
        .toArray());
  }

  private Instant heldAt(Map<String, String> record) {
    try {
      return Instant.parse(record.getOrDefault("heldAt", ""));
    } catch (DateTimeParseException notAMoment) {
      return clock.instant(); // a phone without a clock: now is when we learnt of it
    }
  }

  private static List<Map<String, String>> read(String records) {
    try {
      if (records.length() <= LONGEST) {
        @Nullable
        List<Map<String, String>> read = JSON.readValue(records, RECORDS);
        if (read != null && read.size() <= AT_ONCE) {
          return read;
        }
      }
    } catch (JacksonException notRecords) {
      throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
    }
    throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
  }

  static Answer json(Map<String, ?> content) {
    return Answer.file(JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8), "application/json",
        "taken-along.json");
  }
}
