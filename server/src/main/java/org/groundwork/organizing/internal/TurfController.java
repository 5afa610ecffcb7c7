// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.organizing.Part;
import org.groundwork.organizing.Turfs;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.NotAllowed;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Doors taken along on a phone, and what comes back from them. */
@Controller
class TurfController {
  /** So many conversations are handed over at once. */
  static final int AT_ONCE = 50;
  private static final int LONGEST = 400_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Map<String, String>>> RECORDS = new TypeReference<>() {
  };
  private final Transactions transactions;
  private final TalkDesk desk;
  private final Turfs turfs;
  private final TurfContent content;
  private final TalkWriting writing;
  private final Audit audit;

  TurfController(Transactions transactions, TalkDesk desk, Turfs turfs, TurfContent content, TalkWriting writing,
      Audit audit) {
    this.transactions = transactions;
    this.desk = desk;
    this.turfs = turfs;
    this.content = content;
    this.writing = writing;
    this.audit = audit;
  }

  @GetMapping("/offline")
  @OpenRoute(why = "holds nothing: it opens what the phone itself keeps")
  Answer offline() { return Answer.show(new OfflinePage()); }

  @GetMapping("/l/{local}/sites/{site}/turf")
  @Requires(Power.TALK)
  Answer turf(@PathVariable UUID site) {
    return transactions.write(() -> {
      Site at = desk.site(site, Power.TALK);
      boolean organises = Callers.actor().may(Power.ORGANISE, site);
      audit.record("turfs-seen", new SubjectRef("site", site), "");
      var out = turfs.out(site)
          .stream()
          .filter(turf -> organises || turf.takenBy().equals(Callers.actor().person()))
          .map(turf -> new TurfPage.Out(turf, desk.name(turf.takenBy())))
          .toList();
      return Answer.show(new TurfPage(at, desk.units(at).stream().map(unit -> Part.of(at, unit)).distinct().toList(),
          out, (int) Turfs.NIGHT.toHours(), organises, desk.zone()));
    });
  }

  /** Hands the doors out, once asked for by the page's script, which seals them under the phone's PIN. */
  @PostMapping("/l/{local}/sites/{site}/turf")
  @Requires(Power.TALK)
  Answer take(@PathVariable UUID site, @RequestParam(required = false) @Nullable List<String> part,
      jakarta.servlet.http.HttpServletRequest request) {
    return transactions.write(() -> {
      Site at = desk.site(site, Power.TALK);
      var wanted = new HashSet<>(part == null ? List.<String>of() : part);
      List<Sites.Unit> units = desk.units(at)
          .stream()
          .filter(unit -> wanted.contains(Part.of(at, unit)))
          .limit(Turfs.MOST_DOORS)
          .toList();
      if (units.isEmpty()) {
        return Answer.goTo(TalkDesk.in("sites/" + site + "/turf"));
      }
      var turf = turfs.take(site, units.size());
      return json(content.of(at, units, turf, request));
    });
  }

  @PostMapping("/l/{local}/sites/{site}/turf/{turf}/revoke")
  @Requires(Power.TALK)
  Answer revoke(@PathVariable UUID site, @PathVariable UUID turf) {
    return transactions.write(() -> {
      desk.site(site, Power.TALK);
      boolean theirs = turfs.out(site)
          .stream()
          .anyMatch(out -> out.id().equals(turf) && (Callers.actor().may(Power.ORGANISE, site)
              || out.takenBy().equals(Callers.actor().person())));
      if (!theirs || !turfs.revoke(site, turf)) {
        throw TalkDesk.notFound();
      }
      return Answer.goTo(TalkDesk.in("sites/" + site + "/turf"));
    });
  }

  @GetMapping("/l/{local}/turf/{turf}")
  @Requires(Power.TALK)
  Answer state(@PathVariable UUID turf) {
    return transactions.write(() -> Answer.show(new TurfStatePage(turf, valid(turf).map(Turfs.Turf::site))));
  }

  private Optional<Turfs.Turf> valid(UUID turf) {
    return turfs.own(turf).filter(own -> Callers.actor().may(Power.TALK, own.site()));
  }

  /** Takes what was written down on a phone, each once, in the order it was held; says of each what came of it. */
  @PostMapping("/l/{local}/turf/{turf}/hand-over")
  @Requires(Power.TALK)
  Answer handOver(@PathVariable UUID turf, @RequestParam(defaultValue = "") String records) {
    var read = read(records);
    var results = new ArrayList<Map<String, Object>>();
    for (var record : read) {
      results.add(transactions.write(() -> {
        var own = valid(turf).orElseThrow(TalkDesk::notFound);
        var result = result(desk.site(own.site(), Power.TALK), record);
        if ("done".equals(result.get("state"))) {
          turfs.handedOver(turf, 1);
        }
        return result;
      }));
    }
    return json(Map.of("results", results));
  }

  private Map<String, Object> result(Site site, Map<String, String> record) {
    var form = form(record);
    var errors = new FormErrors();
    try {
      writing.write(site, form, FieldInputs.none(), heldAt(record), errors);
    } catch (NotAllowed gone) {
      errors.refuse("unit", "turf.gone");
    }
    var result = new LinkedHashMap<String, Object>();
    result.put("id", record.getOrDefault("id", ""));
    result.put("state", errors.any() ? "refused" : "done");
    result.put("why", errors.all().stream().findFirst().map(FormErrors.Refusal::key).orElse(""));
    return result;
  }

  private Instant heldAt(Map<String, String> record) {
    try {
      return Instant.parse(record.getOrDefault("heldAt", ""));
    } catch (DateTimeParseException notAMoment) {
      return desk.clock().instant(); // a phone without a clock: now is when we learnt of it
    }
  }

  private static TalkForm form(Map<String, String> record) {
    return new TalkForm(record.get("id"), record.get("unit"), record.get("outcome"), record.get("who"),
        record.get("name"), record.get("issue"), record.get("ask"), record.get("reply"), record.get("atLeast"),
        record.get("prepared"), record.get("note"), record.get("next"), record.get("nextOn"), record.get("back"),
        record.get("backAt"), record.get("language"), "");
  }

  private static List<Map<String, String>> read(String records) {
    try {
      if (records.length() <= LONGEST) {
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

  private static Answer json(Map<String, ?> content) {
    return Answer.file(JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8), "application/json",
        "taken-along.json");
  }
}
