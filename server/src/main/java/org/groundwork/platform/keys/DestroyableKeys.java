// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import com.google.crypto.tink.KeysetHandle;

/**
 * Keys that can be destroyed, one file each, in a directory of their own. A note of each destruction lies with the kept
 * keys, so that a restored file is not used again.
 */
final class DestroyableKeys {

  private record Name(UUID local, Purpose purpose) {}

  private final KeyPlaces places;
  private final LongSupplier nanoTime;
  private final Map<Name, FreshFile<KeysetHandle>> files = new ConcurrentHashMap<>();

  DestroyableKeys(KeyPlaces places, LongSupplier nanoTime) {
    this.places = places;
    this.nanoTime = nanoTime;
  }

  /** The keys, or empty if none were ever made. */
  Optional<KeysetHandle> find(LocalKeys local, Purpose purpose) {
    return file(local, purpose).get();
  }

  /** As {@link #find}, looking at the medium in any case. */
  Optional<KeysetHandle> reread(LocalKeys local, Purpose purpose) {
    return file(local, purpose).reread();
  }

  void write(LocalKeys local, Purpose purpose, KeysetHandle keys) {
    byte[] wrapped = Envelope.wrap(keys, Envelope.aead(local.own()), Envelope.purposeLabel(local.local(), purpose));
    Path file = path(local.local(), purpose);
    KeyFiles.makeDirectory(file.resolveSibling(""));
    KeyFiles.write(file, Base64.getEncoder().encode(wrapped));
  }

  /** The note first: after a crash the key counts as destroyed, and {@link #sweep} finishes. */
  void destroy(UUID local, Purpose purpose) {
    Path note = note(local, purpose);
    KeyFiles.makeDirectory(note.resolveSibling(""));
    KeyFiles.write(note, "destroyed\n".getBytes(US_ASCII));
    KeyFiles.shred(path(local, purpose));
    files.remove(new Name(local, purpose));
  }

  /** @throws KeyRefusal if the purpose's keys were destroyed */
  void refuseDestroyed(UUID local, Purpose purpose) {
    if (Files.exists(note(local, purpose)))
      throw new KeyRefusal(new KeyRefusal.Destroyed(local, purpose));
  }

  /** Removes key files that a restore or a crash left although they were destroyed. */
  void sweep() {
    for (Path local : KeyFiles.list(places.destroyed()))
      for (Path note : KeyFiles.list(local))
        KeyFiles.shred(places.destroyable().resolve(local.getFileName()).resolve(note.getFileName()));
  }

  private FreshFile<KeysetHandle> file(LocalKeys local, Purpose purpose) {
    return files.computeIfAbsent(new Name(local.local(), purpose), _ -> {
      Path path = path(local.local(), purpose);
      return new FreshFile<>(path, content -> parse(local, purpose, content), nanoTime);
    });
  }

  private KeysetHandle parse(LocalKeys local, Purpose purpose, byte[] content) {
    refuseDestroyed(local.local(), purpose);
    try {
      byte[] wrapped = Base64.getDecoder().decode(content);
      return Envelope.unwrap(wrapped, Envelope.aead(local.own()), Envelope.purposeLabel(local.local(), purpose));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new KeyRefusal(new KeyRefusal.Damaged(path(local.local(), purpose)));
    }
  }

  private Path path(UUID local, Purpose purpose) {
    return places.destroyable().resolve(local.toString()).resolve(fileName(purpose));
  }

  private Path note(UUID local, Purpose purpose) {
    return places.destroyed().resolve(local.toString()).resolve(fileName(purpose));
  }

  private static String fileName(Purpose purpose) { return purpose.use().word() + "-" + purpose.name(); }
}
