// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groundwork.platform.keys.FileKeyStoreTest.refuses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sealed book's key is destroyed: what it sealed is lost, whatever is reopened or restored. */
class DestroyableKeysTest {

  private static final UUID LOCAL = new UUID(1, 1);
  private static final UUID BOOK = new UUID(7, 7);
  private static final Purpose PURPOSE = Purpose.destroyable("sealed-book", BOOK);
  private static final FieldRef PLACE = new FieldRef(LOCAL, "custody.slot", "answer", new UUID(3, 3));

  @TempDir
  Path directory;
  private KeyPlaces places;
  private FileKeyStore store;

  @BeforeEach
  void openStore() {
    places = KeyPlaces.under(directory);
    store = FileKeyStore.open(places, true);
  }

  @Test
  void opensUntilDestroyedAndNeverAfter() {
    var cipher = new FieldCipher(store, PURPOSE);
    byte[] sealed = cipher.seal(PLACE, "yes, if six are in");
    assertThat(cipher.openText(PLACE, sealed)).isEqualTo("yes, if six are in");
    store.destroy(LOCAL, PURPOSE);
    refuses(() -> cipher.open(PLACE, sealed), KeyRefusal.Destroyed.class);
    refuses(() -> cipher.seal(PLACE, "again"), KeyRefusal.Destroyed.class);
  }

  @Test
  void staysDestroyedAfterReopening() {
    byte[] sealed = new FieldCipher(store, PURPOSE).seal(PLACE, "x");
    store.destroy(LOCAL, PURPOSE);
    var reopened = FileKeyStore.open(places, true);
    refuses(() -> new FieldCipher(reopened, PURPOSE).open(PLACE, sealed), KeyRefusal.Destroyed.class);
    refuses(() -> reopened.keyset(LOCAL, PURPOSE), KeyRefusal.Destroyed.class);
    refuses(() -> reopened.rotate(LOCAL, PURPOSE), KeyRefusal.Destroyed.class);
  }

  @Test
  void staysDestroyedWhenTheDestroyableDirectoryIsRestored() throws IOException {
    byte[] sealed = new FieldCipher(store, PURPOSE).seal(PLACE, "x");
    byte[] backup = Files.readAllBytes(file());
    store.destroy(LOCAL, PURPOSE);
    assertThat(file()).doesNotExist();
    Files.write(file(), backup);
    Files.setPosixFilePermissions(file(), java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    refuses(() -> new FieldCipher(store, PURPOSE).open(PLACE, sealed), KeyRefusal.Destroyed.class);
    FileKeyStore.open(places, false);
    assertThat(file()).doesNotExist();
  }

  @Test
  void isSeenByAnotherProcessWithinASecond() {
    var clock = new AtomicLong();
    var running = new FieldCipher(FileKeyStore.open(places, false, clock::get), PURPOSE);
    byte[] sealed = running.seal(PLACE, "x");
    store.destroy(LOCAL, PURPOSE);
    clock.addAndGet(1_000_000_000L);
    refuses(() -> running.open(PLACE, sealed), KeyRefusal.Destroyed.class);
  }

  @Test
  void liesApartFromKeptKeys() {
    store.keyset(LOCAL, PURPOSE);
    assertThat(file()).exists();
    assertThat(file().toString()).startsWith(places.destroyable().toString());
    assertThat(places.kept().toFile()).isDirectoryNotContaining("glob:**" + BOOK + "*");
  }

  @Test
  void doesNotOpenInAnotherThingsPlace() throws IOException {
    store.keyset(LOCAL, PURPOSE);
    Files.move(file(), file().resolveSibling("seal-sealed-book-" + new UUID(8, 8)));
    var reopened = FileKeyStore.open(places, false);
    refuses(() -> reopened.existing(LOCAL, Purpose.destroyable("sealed-book", new UUID(8, 8))),
        KeyRefusal.Damaged.class);
    refuses(() -> reopened.existing(LOCAL, PURPOSE), KeyRefusal.Missing.class);
  }

  @Test
  void rotatesAndOutlivesARotationOfTheRoot() {
    var cipher = new FieldCipher(store, PURPOSE);
    byte[] sealed = cipher.seal(PLACE, "x");
    store.rotate(LOCAL, PURPOSE);
    store.rotateRoot();
    assertThat(cipher.openText(PLACE, sealed)).isEqualTo("x");
    assertThat(cipher.isOutdated(PLACE, sealed)).isTrue();
    assertThat(new FieldCipher(FileKeyStore.open(places, false), PURPOSE).openText(PLACE, sealed)).isEqualTo("x");
  }

  @Test
  void refusesToDestroyWhatIsKept() {
    var kept = Purpose.sealing("people");
    store.keyset(LOCAL, kept);
    refuses(() -> store.destroy(LOCAL, kept), KeyRefusal.NotDestroyable.class);
    assertThat(store.existing(LOCAL, kept).size()).isEqualTo(1);
  }

  @Test
  void destroysWhatNeverExistedAndTwice() {
    store.destroy(LOCAL, PURPOSE);
    store.destroy(LOCAL, PURPOSE);
    refuses(() -> store.keyset(LOCAL, PURPOSE), KeyRefusal.Destroyed.class);
  }

  private Path file() { return places.destroyable().resolve(LOCAL.toString()).resolve("seal-" + PURPOSE.name()); }
}
