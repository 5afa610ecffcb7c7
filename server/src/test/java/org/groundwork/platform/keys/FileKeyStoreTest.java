// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeyStoreTest {

  private static final Purpose PEOPLE = Purpose.sealing("people");
  private static final Purpose SEARCH = Purpose.indexing("people");
  private static final UUID LOCAL = new UUID(1, 1);
  private static final UUID OTHER_LOCAL = new UUID(2, 2);

  @TempDir
  Path directory;
  private KeyPlaces places;

  @BeforeEach
  void namePlaces() { places = KeyPlaces.under(directory.resolve("keys")); }

  @Test
  void makesNoRootKeyUnlessAllowed() {
    refuses(() -> FileKeyStore.open(places, false), KeyRefusal.RootMissing.class);
    assertThat(places.rootKey()).doesNotExist();
  }

  @Test
  void givesTheSameKeysAfterReopening() {
    var before = FileKeyStore.open(places, true).keyset(LOCAL, PEOPLE);
    var after = FileKeyStore.open(places, false).existing(LOCAL, PEOPLE);
    assertThat(after.equalsKeyset(before)).isTrue();
  }

  @Test
  void givesEachLocalAndPurposeKeysOfItsOwn() {
    var store = FileKeyStore.open(places, true);
    assertThat(store.keyset(LOCAL, PEOPLE).equalsKeyset(store.keyset(OTHER_LOCAL, PEOPLE))).isFalse();
    assertThat(store.keyset(LOCAL, PEOPLE).equalsKeyset(store.keyset(LOCAL, Purpose.sealing("notes")))).isFalse();
    assertThat(store.locals()).containsExactly(LOCAL, OTHER_LOCAL);
  }

  @Test
  void makesNoRootKeyWhereKeysOfAnotherAreFound() throws IOException {
    FileKeyStore.open(places, true).keyset(LOCAL, PEOPLE);
    Files.delete(places.rootKey());
    refuses(() -> FileKeyStore.open(places, true), KeyRefusal.RootLost.class);
    assertThat(places.rootKey()).doesNotExist();
  }

  @Test
  void refusesAnotherInstallationsRootKey() throws IOException {
    FileKeyStore.open(places, true).keyset(LOCAL, PEOPLE);
    KeyPlaces elsewhere = KeyPlaces.under(directory.resolve("elsewhere"));
    FileKeyStore.open(elsewhere, true);
    Files.write(places.rootKey(), Files.readAllBytes(elsewhere.rootKey()));
    refuses(() -> FileKeyStore.open(places, true), KeyRefusal.RootWrong.class);
  }

  @Test
  void refusesARootKeyWithoutItsCheck() throws IOException {
    FileKeyStore.open(places, true);
    Files.delete(places.rootCheck());
    refuses(() -> FileKeyStore.open(places, true), KeyRefusal.Incomplete.class);
  }

  @Test
  void continuesAFirstStartThatCrashedBeforeTheRootKey() throws IOException {
    FileKeyStore.open(places, true);
    Files.delete(places.rootKey());
    refuses(() -> FileKeyStore.open(places, false), KeyRefusal.RootLost.class);
    assertThat(FileKeyStore.open(places, true).keyset(LOCAL, PEOPLE).size()).isEqualTo(1);
  }

  @Test
  void refusesADamagedOrEmptyRootKey() throws IOException {
    FileKeyStore.open(places, true);
    for (String content : List.of("", "groundwork-root-key 1\n", "groundwork-root-key 1\nnot base64\n", "x\ny\n")) {
      Files.writeString(places.rootKey(), content);
      refuses(() -> FileKeyStore.open(places, true), KeyRefusal.Damaged.class);
    }
  }

  @Test
  void refusesAnotherLocalsKeyFile() throws IOException {
    var store = FileKeyStore.open(places, true);
    store.keyset(LOCAL, PEOPLE);
    store.keyset(OTHER_LOCAL, PEOPLE);
    Files.copy(file(LOCAL), file(OTHER_LOCAL), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    refuses(() -> FileKeyStore.open(places, false).existing(OTHER_LOCAL, PEOPLE), KeyRefusal.Damaged.class);
  }

  @Test
  void refusesAKeyFileCutShortOrWithLinesExchanged() throws IOException {
    var store = FileKeyStore.open(places, true);
    store.keyset(LOCAL, PEOPLE);
    store.keyset(LOCAL, Purpose.sealing("notes"));
    String whole = Files.readString(file(LOCAL));
    for (String broken : List.of(whole.replace("end\n", ""), whole.substring(0, whole.length() / 2), "",
        whole.replace("seal notes ", "seal swap ").replace("seal people ", "seal notes ").replace("swap", "people"))) {
      Files.writeString(file(LOCAL), broken);
      refuses(() -> FileKeyStore.open(places, false).existing(LOCAL, PEOPLE), KeyRefusal.Damaged.class);
    }
  }

  @Test
  void makesNoKeyWhenOneIsOnlyLookedFor() {
    var store = FileKeyStore.open(places, true);
    refuses(() -> store.existing(LOCAL, PEOPLE), KeyRefusal.Missing.class);
    store.keyset(LOCAL, PEOPLE);
    refuses(() -> store.existing(LOCAL, SEARCH), KeyRefusal.Missing.class);
    refuses(() -> store.rotate(OTHER_LOCAL, PEOPLE), KeyRefusal.Missing.class);
    assertThat(store.locals()).containsExactly(LOCAL);
  }

  @Test
  void keepsFilesFromEverybodyButTheOwner() throws IOException {
    FileKeyStore.open(places, true).keyset(LOCAL, PEOPLE);
    try (var all = Files.walk(directory.resolve("keys"))) {
      for (Path path : all.filter(p -> !p.equals(directory.resolve("keys"))).toList())
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).as(path.toString())
            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
    }
  }

  @Test
  void refusesWhatOthersMayRead() throws IOException {
    FileKeyStore.open(places, true).keyset(LOCAL, PEOPLE);
    for (Path path : List.of(places.root(), places.kept(), places.rootKey(), places.rootCheck())) {
      var before = Files.getPosixFilePermissions(path);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-----"));
      refuses(() -> FileKeyStore.open(places, false), KeyRefusal.TooOpen.class);
      Files.setPosixFilePermissions(path, before);
    }
    Files.setPosixFilePermissions(file(LOCAL), PosixFilePermissions.fromString("rw----r--"));
    refuses(() -> FileKeyStore.open(places, false).existing(LOCAL, PEOPLE), KeyRefusal.TooOpen.class);
  }

  @Test
  void refusesToLieInTheDatabasesDirectory() throws IOException {
    Path database = Files.createDirectory(directory.resolve("database"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), database);
    refuses(() -> KeyPlaces.under(database.resolve("keys")).outside(database), KeyRefusal.NotOutside.class);
    refuses(() -> KeyPlaces.under(link).outside(database), KeyRefusal.NotOutside.class);
    refuses(() -> KeyPlaces.under(database.resolve("x/../keys")).outside(link), KeyRefusal.NotOutside.class);
    assertThat(places.outside(database)).isEqualTo(places);
  }

  @Test
  void rotatesAndRetiresOnlyWhatNoRowNeeds() {
    var store = FileKeyStore.open(places, true);
    int first = store.keyset(LOCAL, PEOPLE).getPrimary().getId();
    int second = store.rotate(LOCAL, PEOPLE);
    int third = store.rotate(LOCAL, PEOPLE);
    assertThat(store.keyIds(LOCAL, PEOPLE).primary()).isEqualTo(third);
    assertThat(store.keyIds(LOCAL, PEOPLE).older()).containsExactlyInAnyOrder(first, second);
    assertThat(store.retire(LOCAL, PEOPLE, java.util.Set.of(first, third))).containsExactly(second);
    assertThat(FileKeyStore.open(places, false).keyIds(LOCAL, PEOPLE).older()).containsExactly(first);
  }

  @Test
  void retiresNothingWhenRowsNameAnUnknownKey() {
    var store = FileKeyStore.open(places, true);
    int first = store.keyset(LOCAL, PEOPLE).getPrimary().getId();
    store.rotate(LOCAL, PEOPLE);
    refuses(() -> store.retire(LOCAL, PEOPLE, java.util.Set.of(~first)), KeyRefusal.UnknownIds.class);
    assertThat(store.keyIds(LOCAL, PEOPLE).older()).containsExactly(first);
  }

  @Test
  void rotatesTheRootAndDropsTheOldOne() throws IOException {
    var store = FileKeyStore.open(places, true);
    var before = store.keyset(LOCAL, PEOPLE);
    store.keyset(OTHER_LOCAL, SEARCH);
    byte[] oldRoot = Files.readAllBytes(places.rootKey());
    assertThat(store.rotateRoot()).isEqualTo(2);
    assertThat(store.existing(LOCAL, PEOPLE).equalsKeyset(before)).isTrue();
    assertThat(FileKeyStore.open(places, false).existing(LOCAL, PEOPLE).equalsKeyset(before)).isTrue();
    Files.write(places.rootKey(), oldRoot);
    refuses(() -> FileKeyStore.open(places, false), KeyRefusal.RootWrong.class);
  }

  @Test
  void continuesARootRotationThatACrashInterrupted() {
    var store = FileKeyStore.open(places, true);
    var before = store.keyset(LOCAL, PEOPLE);
    var root = new RootKey(places, System::nanoTime);
    root.open(false);
    root.write(Envelope.withNewPrimary(root.current().keys(), Purpose.Use.SEAL));
    assertThat(FileKeyStore.open(places, false).existing(LOCAL, PEOPLE).equalsKeyset(before)).isTrue();
    FileKeyStore.open(places, false).rotateRoot();
    root.reread();
    assertThat(root.current().keys().size()).isEqualTo(1);
    assertThat(FileKeyStore.open(places, false).existing(LOCAL, PEOPLE).equalsKeyset(before)).isTrue();
  }

  @Test
  void readsOnWhileAnotherProcessRotatesTheRoot() {
    var clock = new AtomicLong();
    var running = FileKeyStore.open(places, true, clock::get);
    running.keyset(LOCAL, PEOPLE);
    var admin = FileKeyStore.open(places, false);
    admin.rotateRoot();
    admin.rotate(LOCAL, PEOPLE);
    clock.addAndGet(2_000_000_000L);
    assertThat(running.keyIds(LOCAL, PEOPLE)).isEqualTo(admin.keyIds(LOCAL, PEOPLE));
  }

  @Test
  void makesOneKeyWhenManyThreadsAskFirst() throws Exception {
    var start = new CountDownLatch(1);
    List<Callable<Integer>> askers = new ArrayList<>();
    for (int i = 0; i < 16; i++)
      askers.add(() -> {
        start.await();
        return FileKeyStore.open(places, true).keyset(LOCAL, PEOPLE).getPrimary().getId();
      });
    try (var pool = Executors.newFixedThreadPool(16)) {
      var answers = askers.stream().map(pool::submit).toList();
      start.countDown();
      List<Integer> ids = new ArrayList<>();
      for (var answer : answers)
        ids.add(answer.get());
      assertThat(ids).containsOnly(ids.getFirst());
    }
  }

  @Test
  void makesOneKeyWhenTwoProcessesAskFirst() throws Exception {
    var processes = List.of(KeyMaker.start(directory.resolve("keys"), LOCAL), KeyMaker.start(directory.resolve("keys"),
        LOCAL));
    List<String> said = new ArrayList<>();
    for (Process process : processes) {
      said.add(new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII));
      assertThat(process.waitFor()).isZero();
    }
    assertThat(said).containsOnly(String.valueOf(FileKeyStore.open(places, false).keyIds(LOCAL, PEOPLE).primary()));
  }

  private Path file(UUID local) { return places.locals().resolve(local + ".keys"); }

  static void refuses(ThrowingCallable work, Class<? extends KeyRefusal.Reason> reason) {
    assertThatThrownBy(work).isInstanceOfSatisfying(KeyRefusal.class, refusal -> {
      assertThat(refusal.reason()).isInstanceOf(reason);
      assertThat(refusal).hasMessage(refusal.reason().sentence());
    });
  }
}
