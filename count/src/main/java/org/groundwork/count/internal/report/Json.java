// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count.internal.report;

import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.groundwork.count.Candidate;
import org.groundwork.count.Lots;
import org.groundwork.count.Outcome;
import org.groundwork.count.RuleParameters;
import org.groundwork.count.Round;
import org.groundwork.count.Round.Event;
import org.groundwork.count.Votes;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** An outcome as one JSON object on one line; its parts are described in {@code docs/count.md}. */
public final class Json {
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
      .build();
  private final JsonGenerator json;
  private final Outcome outcome;

  private Json(JsonGenerator json, Outcome outcome) {
    this.json = json;
    this.outcome = outcome;
  }

  /** Writes the object and the end of its line. */
  public static void write(String file, String rule, Outcome outcome, Writer to) {
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), to)) {
      new Json(json, outcome).all(file, rule);
      json.writeRaw('\n');
    }
  }

  private void all(String file, String rule) {
    json.writeStartObject();
    json.writeStringProperty("file", file);
    json.writeStringProperty("title", outcome.election().title());
    json.writeStringProperty("rule", rule);
    json.writeObjectPropertyStart("parameters");
    RuleParameters.of(outcome.rule()).forEach(json::writeStringProperty);
    json.writeEndObject();
    lots();
    json.writeNumberProperty("seats", outcome.election().seats());
    json.writeArrayPropertyStart("candidates");
    for (Candidate candidate : outcome.election().candidates()) {
      json.writeStartObject();
      json.writeNumberProperty("number", candidate.number());
      json.writeStringProperty("name", candidate.name());
      json.writeStringProperty("kind", word(candidate.kind()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectPropertyStart("papers");
    json.writeNumberProperty("cast", outcome.papers().cast());
    json.writeNumberProperty("valid", outcome.papers().valid());
    json.writeNumberProperty("blank", outcome.papers().blank());
    json.writeNumberProperty("spoilt", outcome.papers().spoilt());
    json.writeNumberProperty("withdrawn", outcome.papers().withdrawn());
    json.writeEndObject();
    json.writeArrayPropertyStart("elected");
    for (int number : outcome.elected()) {
      json.writeStartObject();
      json.writeNumberProperty("number", number);
      json.writeStringProperty("name", outcome.election().candidate(number).name());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("rounds");
    outcome.rounds().forEach(this::round);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void lots() {
    json.writeObjectPropertyStart("lots");
    switch (outcome.lots()) {
      case Lots.Seeded(String seed) -> json.writeStringProperty("seed", seed);
      case Lots.Drawn(List<Integer> order) -> numbers("drawn", order);
      case Lots.Asked _ -> json.writeBooleanProperty("asked", true);
    }
    json.writeEndObject();
  }

  private void round(Round round) {
    json.writeStartObject();
    json.writeNumberProperty("number", round.number());
    event(round.event());
    round.needed().ifPresent(votes -> votes("needed", votes));
    json.writeArrayPropertyStart("votes");
    for (Round.Standing standing : round.standings()) {
      json.writeStartObject();
      json.writeNumberProperty("number", standing.candidate());
      votes("votes", standing.votes());
      json.writeStringProperty("status", word(standing.status()));
      json.writeEndObject();
    }
    json.writeEndArray();
    votes("exhausted", round.exhausted());
    votes("lost", round.lost());
    json.writeArrayPropertyStart("transfers");
    round.transfers().forEach(this::transfer);
    json.writeEndArray();
    numbers("elected", round.elected());
    numbers("excluded", round.excluded());
    json.writeArrayPropertyStart("ties");
    round.ties().forEach(this::tie);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void event(Event event) {
    json.writeObjectPropertyStart("event");
    switch (event) {
      case Event.First() -> json.writeStringProperty("kind", "first");
      case Event.Surplus(List<Integer> candidates, Votes surplus) -> {
        json.writeStringProperty("kind", "surplus");
        numbers("candidates", candidates);
        votes("surplus", surplus);
      }
      case Event.Exclusion(List<Integer> candidates, boolean together) -> {
        json.writeStringProperty("kind", "exclusion");
        numbers("candidates", candidates);
        json.writeBooleanProperty("together", together);
      }
      case Event.SecondRound(List<Integer> candidates) -> {
        json.writeStringProperty("kind", "second-round");
        numbers("candidates", candidates);
      }
      case Event.Pairs(List<List<Long>> preferring, List<List<Long>> paths) -> {
        json.writeStringProperty("kind", "pairs");
        rows("preferring", preferring);
        rows("paths", paths);
      }
      case Event.Grades(List<List<Long>> counts, List<Integer> medians) -> {
        json.writeStringProperty("kind", "grades");
        rows("counts", counts);
        numbers("medians", medians);
      }
      case Event.Kept(List<Integer> excluded, List<Votes> keep, int repeats) -> {
        json.writeStringProperty("kind", "kept");
        numbers("candidates", excluded);
        json.writeArrayPropertyStart("keep");
        keep.forEach(each -> json.writeNumber(each.exact()));
        json.writeEndArray();
        json.writeNumberProperty("repeats", repeats);
      }
    }
    json.writeEndObject();
  }

  private void transfer(Round.Transfer transfer) {
    json.writeStartObject();
    json.writeNumberProperty("from", transfer.from());
    json.writeNumberProperty("to", transfer.to());
    json.writeNumberProperty("papers", transfer.papers());
    votes("value", transfer.value());
    votes("votes", transfer.votes());
    json.writeEndObject();
  }

  private void tie(Round.Tie tie) {
    json.writeStartObject();
    json.writeStringProperty("for", word(tie.purpose()));
    numbers("tied", tie.tied());
    json.writeStringProperty("by", tie.stage().isPresent() ? "stage" : "lot");
    tie.stage().ifPresent(stage -> json.writeNumberProperty("stage", stage));
    numbers("order", tie.order());
    json.writeEndObject();
  }

  private static String word(Enum<?> value) { return value.name().toLowerCase(Locale.ROOT); }

  private void votes(String name, Votes votes) {
    json.writeName(name);
    json.writeNumber(votes.exact());
  }

  private void numbers(String name, List<Integer> numbers) {
    json.writeArrayPropertyStart(name);
    numbers.forEach(json::writeNumber);
    json.writeEndArray();
  }

  private void rows(String name, List<List<Long>> rows) {
    json.writeArrayPropertyStart(name);
    for (List<Long> row : rows) {
      json.writeStartArray();
      row.forEach(json::writeNumber);
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
