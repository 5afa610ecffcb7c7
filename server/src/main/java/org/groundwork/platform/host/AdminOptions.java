// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.host;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What stands after {@code admin}. */
sealed interface AdminOptions {
  String USAGE = """
      usage: groundwork admin reset [--names] [--data DIR]
             groundwork admin reset --local HANDLE --officer N | --person ID [--data DIR]
             groundwork admin rotate-keys [--data DIR]
             groundwork admin check [--data DIR]
      reset without --local lists the locals and who holds an office in them, by number; with --local it ends every way
      in of one person and prints a recovery code for them.""";

  /** Whom a reset is for, within one local. */
  sealed interface Whom {
    /** The officer with this number in the list. */
    record Officer(int number) implements Whom {}

    /** The person with this identifier. */
    record Person(UUID id) implements Whom {}
  }

  /** List who holds an office. */
  record Officers(boolean names) implements AdminOptions {}

  /** Reset one person's ways in. */
  record Reset(String handle, Whom whom) implements AdminOptions {}

  /** Make new keys and seal everything anew. */
  record RotateKeys() implements AdminOptions {}

  /** Look whether all is in order. */
  record Check() implements AdminOptions {}

  /** Not understood. */
  record Misused(String why) implements AdminOptions {}

  /** Asked how it is used. */
  record Help() implements AdminOptions {}

  /** A command and the installation it is for. */
  record Asked(AdminOptions what, Path data) {}

  /** Reads the words after {@code admin}. */
  static Asked read(List<String> words) {
    var reader = new Reader();
    if (words.contains("--help")) {
      return new Asked(new Help(), reader.data);
    }
    if (words.isEmpty() || !List.of("reset", "rotate-keys", "check").contains(words.getFirst())) {
      return new Asked(new Misused("admin needs to know what to do: reset, rotate-keys or check"), reader.data);
    }
    var rest = new ArrayDeque<>(words.subList(1, words.size()));
    while (!rest.isEmpty()) {
      var problem = reader.take(words.getFirst(), rest);
      if (problem.isPresent()) {
        return new Asked(new Misused(problem.get()), reader.data);
      }
    }
    return new Asked(reader.read(words.getFirst()), reader.data.toAbsolutePath());
  }

  /** Options as they are read. */
  final class Reader {
    private Path data = Path.of("var/data");
    private boolean names;
    private Optional<String> local = Optional.empty();
    private Optional<Whom> whom = Optional.empty();

    private Optional<String> take(String act, ArrayDeque<String> rest) {
      String option = rest.removeFirst();
      if (option.equals("--names") && act.equals("reset")) {
        names = true;
        return Optional.empty();
      }
      boolean known = option.equals("--data")
          || (act.equals("reset") && List.of("--local", "--officer", "--person").contains(option));
      if (!known) {
        return Optional.of("admin " + act + " knows no option " + option);
      }
      return rest.isEmpty() ? Optional.of(option + " needs a value") : take(option, rest.removeFirst());
    }

    private Optional<String> take(String option, String value) {
      switch (option) {
        case "--data" -> data = Path.of(value);
        case "--local" -> local = Optional.of(value);
        case "--officer" -> {
          if (!value.matches("[1-9][0-9]{0,5}")) {
            return Optional.of("--officer needs a number of the list, not " + value);
          }
          return only(new Whom.Officer(Integer.parseInt(value)));
        }
        default -> {
          if (!value.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")) {
            return Optional.of("--person needs an identifier of 36 characters, not " + value);
          }
          return only(new Whom.Person(UUID.fromString(value)));
        }
      }
      return Optional.empty();
    }

    private Optional<String> only(Whom wanted) {
      if (whom.isPresent()) {
        return Optional.of("one reset is for one person: give --officer or --person once");
      }
      whom = Optional.of(wanted);
      return Optional.empty();
    }

    private AdminOptions read(String act) {
      if (!act.equals("reset")) {
        return act.equals("check") ? new Check() : new RotateKeys();
      }
      if (local.isEmpty() && whom.isEmpty()) {
        return new Officers(names);
      }
      if (local.isEmpty() || whom.isEmpty()) {
        return new Misused("a reset needs both --local HANDLE and one of --officer N and --person ID");
      }
      return new Reset(local.get(), whom.get());
    }
  }
}
