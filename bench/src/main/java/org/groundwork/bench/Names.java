// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invented people. First names are as unevenly spread as real ones: of four hundred the commonest belongs to
 * one person in twenty; surnames are put together from syllables, the commonest of thirty thousand to one in 170.
 */
final class Names {
  private static final List<String> FIRST = List.of("Maria", "Mohamed", "Ana", "Jose", "Fatima", "Wei", "Juan", "Olga",
      "Ahmed", "Priya", "David", "Svetlana", "Carlos", "Aisha", "Michael", "Linh", "Luis", "Irina", "Ibrahim", "Elena",
      "Daniel", "Yusuf", "Carmen", "Rosa", "Pedro", "Nadia", "Miguel", "Teresa", "Ivan", "Sofia", "Andrei", "Lucia",
      "Samuel", "Miriam", "Tomasz", "Grace", "Kwame", "Amina", "Jorge", "Layla");
  private static final List<String> SYLLABLES = List.of("ba", "ber", "chen", "da", "del", "fer", "ga", "gar", "han",
      "her", "jo", "ka", "kov", "la", "lin", "lo", "man", "mar", "mi", "mo", "nan", "no", "or", "pa", "per", "ra", "ro",
      "sa", "san", "sky", "ta", "tin", "to", "va", "ver", "vich", "wal", "ya", "zal", "zi");
  private static final int FIRST_NAMES = 400;
  private static final int SURNAMES = 30_000;

  private final Random random;
  private final List<String> firsts = new ArrayList<>(FIRST);
  private final List<String> surnames = new ArrayList<>();

  Names(Random random) {
    this.random = random;
    while (firsts.size() < FIRST_NAMES) {
      firsts.add(composed(2));
    }
    while (surnames.size() < SURNAMES) {
      surnames.add(composed(2 + random.nextInt(3)));
    }
  }

  private String composed(int parts) {
    var name = new StringBuilder();
    for (int part = 0; part < parts; part++) {
      name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
    return name.toString();
  }

  String first() { return pick(firsts, random); }

  String surname() { return pick(surnames, random); }

  /** A person's name: a first name, and nine times in ten one surname or two. */
  String person() {
    return switch (random.nextInt(10)) {
      case 0 -> first();
      case 1, 2 -> first() + " " + surname() + " " + surname();
      default -> first() + " " + surname();
    };
  }

  /** Earlier names of a list more often than later ones. */
  private static String pick(List<String> names, Random random) {
    double skewed = random.nextDouble();
    return names.get((int) (names.size() * skewed * skewed));
  }
}
