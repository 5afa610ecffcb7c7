// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.groundwork.platform.keys.FileKeyStoreTest.refuses;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class FieldCipherTest {

  private static final Purpose PEOPLE = Purpose.sealing("people");
  private static final UUID LOCAL = new UUID(1, 1);
  private static final FieldRef NAME = new FieldRef(LOCAL, "roll.person", "name", new UUID(5, 5));
  private static final String PLAIN = "Rosa Winnipeg, 3B, nights";

  private final InMemoryKeyStore store = new InMemoryKeyStore();
  private final FieldCipher cipher = new FieldCipher(store, PEOPLE);

  @Test
  void opensWhatItSealed() {
    for (String plain : List.of("", "R", PLAIN, "毛泽东 🌹 مريم", "x".repeat(5_000)))
      assertThat(cipher.openText(NAME, cipher.seal(NAME, plain))).isEqualTo(plain);
  }

  @Test
  void opensBytesOfEveryLengthUnchanged() {
    var random = new Random(42);
    for (int length = 0; length < 1_200; length++) {
      byte[] plain = new byte[length];
      random.nextBytes(plain);
      assertThat(cipher.open(NAME, cipher.seal(NAME, plain))).isEqualTo(plain);
    }
  }

  @Test
  void doesNotOpenInAnotherRowColumnTableOrLocal() {
    UUID otherLocal = new UUID(9, 9);
    cipher.seal(new FieldRef(otherLocal, "roll.person", "name", NAME.row()), "makes the other local's key");
    byte[] sealed = cipher.seal(NAME, PLAIN);
    failsToOpen(new FieldRef(LOCAL, "roll.person", "name", new UUID(5, 6)), sealed, NOT_AUTHENTIC);
    failsToOpen(new FieldRef(LOCAL, "roll.person", "note", NAME.row()), sealed, NOT_AUTHENTIC);
    failsToOpen(new FieldRef(LOCAL, "roll.contact", "name", NAME.row()), sealed, NOT_AUTHENTIC);
    failsToOpen(new FieldRef(LOCAL, "roll.personn", "ame", NAME.row()), sealed, NOT_AUTHENTIC);
    failsToOpen(new FieldRef(otherLocal, "roll.person", "name", NAME.row()), sealed, KEY_UNKNOWN);
  }

  @Test
  void bindsTheLocalEvenUnderOneKey() {
    var oneKey = new OneKeyForAll(store.keyset(LOCAL, PEOPLE));
    var shared = new FieldCipher(oneKey, PEOPLE);
    byte[] sealed = shared.seal(NAME, PLAIN);
    var moved = new FieldRef(new UUID(9, 9), NAME.table(), NAME.column(), NAME.row());
    assertThatThrownBy(() -> shared.open(moved, sealed)).isInstanceOfSatisfying(SealedFieldException.class,
        e -> assertThat(e.why()).isEqualTo(NOT_AUTHENTIC));
  }

  @Test
  void doesNotOpenUnderAnotherPurpose() {
    store.keyset(LOCAL, Purpose.sealing("notes"));
    byte[] sealed = cipher.seal(NAME, PLAIN);
    assertThatThrownBy(() -> new FieldCipher(store, Purpose.sealing("notes")).open(NAME, sealed))
        .isInstanceOf(SealedFieldException.class);
  }

  @Test
  void doesNotOpenWithAnyByteChanged() {
    byte[] sealed = cipher.seal(NAME, PLAIN);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> cipher.open(NAME, changed)).isInstanceOf(SealedFieldException.class);
    }
  }

  @Test
  void refusesWhatHasNotTheFormOfASealedValue() {
    cipher.seal(NAME, PLAIN);
    for (byte[] junk : List.of(new byte[0], new byte[64], PLAIN.getBytes(UTF_8), new byte[20 << 20]))
      failsToOpen(NAME, junk, SealedFieldException.Cause.MALFORMED);
  }

  @Test
  void namesThePlaceAndNeverTheContentWhenItFails() {
    byte[] sealed = cipher.seal(NAME, PLAIN);
    var elsewhere = new FieldRef(LOCAL, "roll.person", "note", NAME.row());
    assertThatThrownBy(() -> cipher.open(elsewhere, sealed)).isInstanceOf(SealedFieldException.class)
        .hasMessage("cannot open roll.person.note: it was changed or belongs elsewhere")
        .hasNoCause();
  }

  @Test
  void sealsTheSameValueDifferentlyEachTime() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++)
      seen.add(new String(cipher.seal(NAME, PLAIN), ISO_8859_1));
    assertThat(seen).hasSize(1_000);
  }

  @Test
  void hidesTheLengthOfANameUpTo28Bytes() {
    assertThat(cipher.seal(NAME, "")).hasSameSizeAs(cipher.seal(NAME, "x".repeat(28)));
    assertThat(cipher.seal(NAME, "x".repeat(29))).hasSameSizeAs(cipher.seal(NAME, "x".repeat(60)));
  }

  @Test
  void addsAtMostAnEighthAboveTheSmallBuckets() {
    for (int length = 257; length < 100_000; length += 7)
      assertThat(Padding.bucket(length)).isBetween(length, length + length / 8);
    assertThat(Padding.bucket(256)).isEqualTo(256);
    assertThat(Padding.bucket(33)).isEqualTo(64);
  }

  @Test
  void opensAfterRotationAndSealsAnewUnderTheNewKey() {
    byte[] before = cipher.seal(NAME, PLAIN);
    int old = FieldCipher.keyIdOf(before);
    int fresh = store.rotate(LOCAL, PEOPLE);
    assertThat(cipher.isOutdated(NAME, before)).isTrue();
    byte[] after = cipher.reseal(NAME, before);
    assertThat(FieldCipher.keyIdOf(after)).isEqualTo(fresh);
    assertThat(cipher.isOutdated(NAME, after)).isFalse();
    assertThat(store.retire(LOCAL, PEOPLE, Set.of(fresh))).containsExactly(old);
    assertThat(cipher.openText(NAME, after)).isEqualTo(PLAIN);
    failsToOpen(NAME, before, KEY_UNKNOWN);
  }

  @Test
  void makesNoKeyToOpenAValue() {
    byte[] sealed = new FieldCipher(new InMemoryKeyStore(), PEOPLE).seal(NAME, PLAIN);
    refuses(() -> cipher.open(NAME, sealed), KeyRefusal.Missing.class);
    assertThat(store.locals()).isEmpty();
  }

  @Test
  void refusesAValueAboveTheLimitAndAPurposeThatIndexes() {
    assertThatThrownBy(() -> cipher.seal(NAME, new byte[FieldCipher.LARGEST + 1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new FieldCipher(store, Purpose.indexing("people")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesNamesThatAreNotOfTablesAndColumns() {
    for (String name : List.of("", "Person", "a b", "x;drop", "a.b.c", "ä", "x".repeat(64)))
      assertThatThrownBy(() -> new FieldRef(LOCAL, name, "name", LOCAL)).isInstanceOf(IllegalArgumentException.class);
  }

  private static final SealedFieldException.Cause NOT_AUTHENTIC = SealedFieldException.Cause.NOT_AUTHENTIC;
  private static final SealedFieldException.Cause KEY_UNKNOWN = SealedFieldException.Cause.KEY_UNKNOWN;

  private void failsToOpen(FieldRef ref, byte[] sealed, SealedFieldException.Cause why) {
    assertThatThrownBy(() -> cipher.open(ref, sealed)).isInstanceOfSatisfying(SealedFieldException.class,
        e -> assertThat(e.why()).isEqualTo(why));
  }
}
