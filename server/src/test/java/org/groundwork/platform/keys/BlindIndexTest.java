// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlindIndexTest {

  private static final Purpose PURPOSE = Purpose.indexing("people");
  private static final UUID LOCAL = new UUID(1, 1);
  private static final String MAIL = "rosa@example.org";

  private final InMemoryKeyStore store = new InMemoryKeyStore();
  private final BlindIndex index = new BlindIndex(store, PURPOSE);

  @Test
  void givesOneValueOneHashOfSixteenBytes() {
    assertThat(index.of(LOCAL, "email", MAIL)).hasSize(16).isEqualTo(index.of(LOCAL, "email", MAIL));
  }

  @Test
  void givesAnotherHashForAnotherValueFieldOrLocal() {
    byte[] hash = index.of(LOCAL, "email", MAIL);
    assertThat(index.of(LOCAL, "email", MAIL + "x")).isNotEqualTo(hash);
    assertThat(index.of(LOCAL, "phone", MAIL)).isNotEqualTo(hash);
    assertThat(index.of(new UUID(2, 2), "email", MAIL)).isNotEqualTo(hash);
  }

  @Test
  void keepsFieldAndValueApart() {
    assertThat(index.of(LOCAL, "a", "bc")).isNotEqualTo(index.of(LOCAL, "ab", "c"));
    assertThatThrownBy(() -> index.of(LOCAL, "a\0b", "c")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void givesTheSameHashAfterReopening(@TempDir Path directory) {
    var first = new BlindIndex(FileKeyStore.open(KeyPlaces.under(directory), true), PURPOSE);
    byte[] before = first.of(LOCAL, "email", MAIL);
    var second = new BlindIndex(FileKeyStore.open(KeyPlaces.under(directory), false), PURPOSE);
    assertThat(second.of(LOCAL, "email", MAIL)).isEqualTo(before);
  }

  @Test
  void offersTheOldHashUntilItsKeyIsRetired() {
    byte[] before = index.of(LOCAL, "email", MAIL);
    store.rotate(LOCAL, PURPOSE);
    byte[] after = index.of(LOCAL, "email", MAIL);
    assertThat(after).isNotEqualTo(before);
    assertThat(index.candidates(LOCAL, "email", MAIL)).containsExactly(after, before);
    store.retire(LOCAL, PURPOSE, java.util.Set.of());
    assertThat(index.candidates(LOCAL, "email", MAIL)).containsExactly(after);
  }

  @Test
  void refusesAnOverlongValueWithoutRepeatingIt() {
    String tooLong = "rosa".repeat(251);
    assertThatThrownBy(() -> index.of(LOCAL, "email", tooLong)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("rosa");
  }
}
