// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;

/** The root key's file, the only one with a key in the clear, and the check that it is the right one. */
final class RootKey {

  private static final String FIRST_LINE = "groundwork-root-key 1";
  private static final byte[] CHECK_LABEL = "groundwork-keys/1/root-check".getBytes(US_ASCII);
  private static final byte[] CHECK = "this root key belongs to these keys".getBytes(US_ASCII);

  /** A root key set and what encrypts under it. */
  record Root(KeysetHandle keys, Aead aead) {
    static Root of(KeysetHandle keys) { return new Root(keys, Envelope.aead(keys)); }
  }

  private final KeyPlaces places;
  private final FreshFile<Root> file;

  RootKey(KeyPlaces places, LongSupplier nanoTime) {
    this.places = places;
    this.file = new FreshFile<>(places.rootKey(), this::parse, nanoTime);
  }

  /** Reads and checks the root key, or makes the first one if that is allowed and nothing is there that had one. */
  void open(boolean mayCreate) {
    if (file.reread().isEmpty()) {
      create(mayCreate);
      return;
    }
    byte[] check = KeyFiles.read(places.rootCheck())
        .orElseThrow(() -> new KeyRefusal(new KeyRefusal.Incomplete(places.rootCheck())));
    try {
      current().aead().decrypt(check, CHECK_LABEL);
    } catch (GeneralSecurityException e) {
      throw new KeyRefusal(new KeyRefusal.RootWrong(places.rootKey()));
    }
  }

  Root current() { return file.get().orElseThrow(this::missing); }

  Root reread() { return file.reread().orElseThrow(this::missing); }

  /** Makes these the root keys. The check is written by {@link #writeCheck}. */
  Root write(KeysetHandle keys) {
    try {
      byte[] clear = TinkProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
      String text = FIRST_LINE + "\n" + Base64.getEncoder().encodeToString(clear) + "\n";
      KeyFiles.write(places.rootKey(), text.getBytes(US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the root key could not be written", e);
    }
    return reread();
  }

  void writeCheck(Root root) {
    try {
      KeyFiles.write(places.rootCheck(), root.aead().encrypt(CHECK, CHECK_LABEL));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the root key does not encrypt", e);
    }
  }

  /** The check first: the root key's file is what makes a store exist. */
  private void create(boolean mayCreate) {
    Optional<Path> found = Stream.of(places.locals(), places.destroyable(), places.destroyed())
        .flatMap(directory -> KeyFiles.list(directory).stream())
        .findFirst();
    if (found.isPresent())
      throw new KeyRefusal(new KeyRefusal.RootLost(places.rootKey(), found.get()));
    if (!mayCreate)
      throw missing();
    KeysetHandle keys = Envelope.generate(Purpose.Use.SEAL);
    writeCheck(Root.of(keys));
    write(keys);
  }

  private Root parse(byte[] content) {
    List<String> lines = new String(content, US_ASCII).lines().toList();
    if (lines.size() != 2 || !lines.getFirst().equals(FIRST_LINE))
      throw damaged();
    try {
      byte[] clear = Base64.getDecoder().decode(lines.getLast());
      return Root.of(TinkProtoKeysetFormat.parseKeyset(clear, InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw damaged();
    }
  }

  private KeyRefusal damaged() { return new KeyRefusal(new KeyRefusal.Damaged(places.rootKey())); }

  private KeyRefusal missing() {
    if (Files.exists(places.rootCheck()))
      return new KeyRefusal(new KeyRefusal.RootLost(places.rootKey(), places.rootCheck()));
    return new KeyRefusal(new KeyRefusal.RootMissing(places.rootKey()));
  }
}
