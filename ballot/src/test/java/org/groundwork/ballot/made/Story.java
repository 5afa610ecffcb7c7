// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.made;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.groundwork.ballot.internal.archive.ArchiveReader;
import org.groundwork.ballot.internal.archive.ArchiveWriter;
import org.groundwork.ballot.internal.archive.Entry;
import org.groundwork.ballot.internal.archive.Event;
import org.groundwork.ballot.internal.archive.Hash;
import org.groundwork.ballot.internal.message.Owned;
import org.groundwork.ballot.internal.message.SetupData;
import org.groundwork.ballot.internal.message.Tally;

/**
 * A record as what was said in it: a test changes a text, takes a step away or adds one, and writes it down again with every
 * hash right, as whoever keeps a record and lies can do.
 *
 * @param seconds when the record was begun, in seconds since 1970
 */
public record Story(long seconds, List<Step> steps) {
  public Story { steps = List.copyOf(steps); }

  /** What an event says. */
  public sealed interface Step {}

  /** With what the election begins, each part as its text of JSON. */
  public record Setup(String election, String trustees, String credentials) implements Step {}

  /** A ballot. */
  public record Ballot(String text) implements Step {}

  /** No more ballots. */
  public record EndBallots() implements Step {}

  /**
   * The encrypted tally.
   *
   * @param weight as it stands in JSON, so with quotation marks where it is a text
   */
  public record Tallied(int ballots, String weight, String tally) implements Step {}

  /** A shuffle. */
  public record Shuffled(int owner, String text) implements Step {}

  /** No more shuffles. */
  public record EndShuffles() implements Step {}

  /** A trustee's part of the decryption. */
  public record Part(int owner, String text) implements Step {}

  /** The result. */
  public record Result(String text) implements Step {}

  /** What a record says. */
  public static Story read(Path record) throws IOException {
    try (var archive = ArchiveReader.open(record)) {
      Map<Hash, String> data = new HashMap<>();
      var steps = new ArrayList<Step>();
      for (Optional<Entry> next = archive.next(); next.isPresent(); next = archive.next()) {
        Entry entry = next.orElseThrow();
        byte[] content = archive.content(entry);
        if (entry.kind() == Entry.Kind.DATA) {
          data.put(entry.hash(), new String(content, StandardCharsets.UTF_8));
        } else {
          steps.add(step(Event.read(content), data));
        }
      }
      return new Story(archive.seconds(), steps);
    }
  }

  private static Step step(Event event, Map<Hash, String> data) {
    String text = event.payload().map(data::get).orElse("");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (event.type()) {
      case SETUP -> {
        var setup = SetupData.read(bytes);
        yield new Setup(said(data, setup.election()), said(data, setup.trustees()), said(data, setup.credentials()));
      }
      case BALLOT -> new Ballot(text);
      case END_BALLOTS -> new EndBallots();
      case ENCRYPTED_TALLY -> {
        var sized = Tally.Sized.read(bytes);
        yield new Tallied(sized.ballots(), text.replaceAll(".*\"total_weight\":(\"?\\d+\"?).*", "$1"),
            said(data, sized.tally()));
      }
      case SHUFFLE -> new Shuffled(Owned.read(bytes).owner(), said(data, Owned.read(bytes).payload()));
      case END_SHUFFLES -> new EndShuffles();
      case PARTIAL_DECRYPTION -> new Part(Owned.read(bytes).owner(), said(data, Owned.read(bytes).payload()));
      case RESULT -> new Result(text);
    };
  }

  private static String said(Map<Hash, String> data, Hash hash) {
    return Optional.ofNullable(data.get(hash)).orElseThrow();
  }

  /** Writes the record down. */
  public Path write(Path record) throws IOException {
    Files.deleteIfExists(record);
    try (var writer = ArchiveWriter.create(record, seconds)) {
      for (Step each : steps) {
        write(writer, each);
      }
    }
    return record;
  }

  /** Adds what a step says, and its event, to a record. */
  public static void write(ArchiveWriter writer, Step step) throws IOException {
    switch (step) {
      case Setup setup -> event(writer, Event.Type.SETUP, new SetupData(writer.data(setup.election()),
          writer.data(setup.trustees()), writer.data(setup.credentials())).write());
      case Ballot ballot -> event(writer, Event.Type.BALLOT, ballot.text());
      case EndBallots _ -> writer.event(Event.Type.END_BALLOTS, Optional.empty());
      case Tallied tallied -> event(writer, Event.Type.ENCRYPTED_TALLY,
          "{\"num_tallied\":" + tallied.ballots() + ",\"total_weight\":" + tallied.weight() + ",\"encrypted_tally\":\""
              + writer.data(tallied.tally()) + "\"}");
      case Shuffled shuffled -> owned(writer, Event.Type.SHUFFLE, shuffled.owner(), shuffled.text());
      case EndShuffles _ -> writer.event(Event.Type.END_SHUFFLES, Optional.empty());
      case Part part -> owned(writer, Event.Type.PARTIAL_DECRYPTION, part.owner(), part.text());
      case Result result -> event(writer, Event.Type.RESULT, result.text());
    }
  }

  private static void event(ArchiveWriter writer, Event.Type type, String text) throws IOException {
    writer.event(type, Optional.of(writer.data(text)));
  }

  private static void owned(ArchiveWriter writer, Event.Type type, int owner, String text) throws IOException {
    event(writer, type, new Owned(owner, writer.data(text)).write());
  }

  /** With what the election begins. */
  public Setup setup() { return (Setup) steps.getFirst(); }

  /** The numbers, from 0, of the steps of a kind. */
  public List<Integer> places(Class<? extends Step> kind) {
    var places = new ArrayList<Integer>();
    for (int i = 0; i < steps.size(); i++) {
      if (kind.isInstance(steps.get(i))) {
        places.add(i);
      }
    }
    return places;
  }

  /** The steps of a kind. */
  public <S extends Step> List<S> all(Class<S> kind) {
    return steps.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** With another step at a place. */
  public Story with(int place, Step step) {
    var changed = new ArrayList<>(steps);
    changed.set(place, step);
    return new Story(seconds, changed);
  }

  /** With the first step of a kind changed. */
  public <S extends Step> Story changing(Class<S> kind, UnaryOperator<S> change) {
    int place = places(kind).getFirst();
    Step changed = change.apply(kind.cast(steps.get(place)));
    if (changed.equals(steps.get(place))) {
      throw new IllegalStateException("nothing was changed");
    }
    return with(place, changed);
  }

  /** With one more step at a place. */
  public Story plus(int place, Step step) {
    var changed = new ArrayList<>(steps);
    changed.add(place, step);
    return new Story(seconds, changed);
  }

  /** With one more step at the end. */
  public Story plus(Step step) { return plus(steps.size(), step); }

  /** Without the step at a place. */
  public Story without(int place) {
    var changed = new ArrayList<>(steps);
    changed.remove(place);
    return new Story(seconds, changed);
  }

  /** Its first steps. */
  public Story first(int number) { return new Story(seconds, steps.subList(0, number)); }
}
