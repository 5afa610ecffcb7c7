// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;

/**
 * A search over sealed names that forgives spelling: keyed 32-bit hashes of a name's words, beginnings, deletions and
 * consonants, stored as {@code int4[]} beside the sealed name, and the same of what a person types.
 *
 * <p>Guarantees are weaker than those of {@link FieldCipher}: whoever has the database without the key sees which rows
 * share tokens and how often each occurs, and can guess common names from that. {@code docs/SPEC-keys.md} says how
 * much. Tokens of different locals or fields are unrelated.
 */
public final class NameTokens {

  /** The most tokens a name gets; further ones are left out, those of deletions first. */
  public static final int MOST_TOKENS = 128;

  private static final String LABEL = "groundwork-name/1\0";

  private final IndexKeys keys;
  private final String label;

  /**
   * @param purpose an indexing purpose
   * @param field what is indexed, for instance {@code roll.person.name}
   * @throws IllegalArgumentException if the purpose does not index
   */
  public NameTokens(KeyStore store, Purpose purpose, String field) {
    this.keys = new IndexKeys(store, purpose);
    this.label = LABEL + field + "\0";
  }

  /**
   * The tokens to store with a name, of whatever length and script.
   *
   * @return distinct and sorted, so that their order tells nothing; none if the name has no letter or digit
   */
  public int[] tokensOf(UUID localId, String name) {
    Prf primary = prfs(localId).getFirst();
    return storedForms(NameFolding.stored(name)).stream()
        .mapToInt(f -> token(primary, f))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Every word asked for is a whole word of the name. */
  public NameQuery exact(UUID localId, String text) {
    return query(localId, text, word -> Set.of(TokenSpace.WORD.tag(word.letters())));
  }

  /** As {@link #exact}, but the last word may be a beginning of two letters or more: search while typing. */
  public NameQuery starting(UUID localId, String text) {
    return query(localId, text,
        word -> word.isBeginning() ? prefix(word) : Set.of(TokenSpace.WORD.tag(word.letters())));
  }

  /**
   * As {@link #starting}, and every word may be misspelt: one edit from 4 letters, two from 8, or other vowels. An edit
   * is a letter more, fewer, or other, or two neighbours swapped.
   */
  public NameQuery forgiving(UUID localId, String text) {
    return query(localId, text, word -> {
      Set<String> forms = new LinkedHashSet<>();
      forms.add(TokenSpace.WORD.tag(word.letters()));
      if (word.isBeginning())
        forms.addAll(prefix(word));
      WordForms.deletions(word.letters()).forEach(d -> forms.add(TokenSpace.DELETION.tag(d)));
      String skeleton = WordForms.skeleton(word.letters());
      if (!skeleton.isEmpty())
        forms.add(TokenSpace.SKELETON.tag(skeleton));
      return forms;
    });
  }

  private record Asked(String letters, boolean isLast) {
    boolean isBeginning() { return isLast && letters.length() >= WordForms.SHORTEST_PREFIX; }
  }

  private static Set<String> prefix(Asked word) {
    int length = Math.min(WordForms.LONGEST_PREFIX, word.letters().length());
    return Set.of(TokenSpace.PREFIX.tag(word.letters().substring(0, length)));
  }

  private NameQuery query(UUID localId, String text, Function<Asked, Set<String>> forms) {
    List<Prf> all = prfs(localId);
    List<String> words = worthAsking(NameFolding.asked(text));
    List<Set<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Set<Integer> group = new LinkedHashSet<>();
      for (String form : forms.apply(new Asked(words.get(i), i == words.size() - 1)))
        all.forEach(prf -> group.add(token(prf, form)));
      groups.add(group);
    }
    return new NameQuery(groups);
  }

  /** A single letter beside longer words is an initial or still being typed. */
  private static List<String> worthAsking(List<String> words) {
    Predicate<String> isLong = w -> w.length() > 1;
    return words.stream().anyMatch(isLong) ? words.stream().filter(isLong).toList() : words;
  }

  /** What finds most comes first; the limit cuts the rest. */
  private static Set<String> storedForms(List<String> words) {
    Set<String> forms = new LinkedHashSet<>();
    words.forEach(w -> forms.add(TokenSpace.WORD.tag(w)));
    words.forEach(w -> forms.add(TokenSpace.DELETION.tag(WordForms.window(w))));
    words.stream()
        .map(WordForms::skeleton)
        .filter(s -> !s.isEmpty())
        .forEach(s -> forms.add(TokenSpace.SKELETON.tag(s)));
    words.forEach(w -> WordForms.prefixes(w).forEach(p -> forms.add(TokenSpace.PREFIX.tag(p))));
    words.stream()
        .filter(w -> WordForms.edits(w) >= 1)
        .forEach(w -> WordForms.oneLeftOut(WordForms.window(w)).forEach(d -> forms.add(TokenSpace.DELETION.tag(d))));
    words.stream()
        .filter(w -> WordForms.edits(w) >= 2)
        .forEach(w -> WordForms.twoLeftOut(WordForms.window(w)).forEach(d -> forms.add(TokenSpace.DELETION.tag(d))));
    return forms.stream().limit(MOST_TOKENS).collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
  }

  /** One function per live key, the primary first: until rows are indexed anew, they hold tokens of older keys. */
  private List<Prf> prfs(UUID localId) {
    PrfSet set = keys.of(localId);
    List<Prf> prfs = new ArrayList<>();
    try {
      for (int id : keys.idsPrimaryFirst(localId))
        prfs.add(IndexKeys.prf(set, id));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a keyed hash failed", e);
    }
    return prfs;
  }

  private int token(Prf prf, String form) {
    try {
      return ByteBuffer.wrap(prf.compute((label + form).getBytes(UTF_8), Integer.BYTES)).getInt();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a keyed hash failed", e);
    }
  }
}
