// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where keys lie. Three directories, because each needs a backup of its own: the root key on paper or a medium apart,
 * kept keys with the root's life, destroyable keys briefly or not at all, else a restore undoes a destruction.
 *
 * @param root holds {@code root.key}, the only file with a key in the clear
 * @param kept holds each local's keys, encrypted, and the notes of what was destroyed
 * @param destroyable holds destroyable keys, encrypted, one file each
 */
public record KeyPlaces(Path root, Path kept, Path destroyable) {

  /** @throws IllegalArgumentException if two of the places are the same */
  public KeyPlaces {
    root = root.toAbsolutePath().normalize();
    kept = kept.toAbsolutePath().normalize();
    destroyable = destroyable.toAbsolutePath().normalize();
    if (root.equals(kept) || root.equals(destroyable) || kept.equals(destroyable))
      throw new IllegalArgumentException("root, kept and destroyable keys lie in directories of their own");
  }

  /** The three directories {@code root}, {@code kept} and {@code destroyable} below one. */
  public static KeyPlaces under(Path directory) {
    return new KeyPlaces(directory.resolve("root"), directory.resolve("kept"), directory.resolve("destroyable"));
  }

  /**
   * Refuses places inside a directory, symbolic links followed.
   *
   * @param database the database's own directory, or that of its backups
   * @return this
   * @throws KeyRefusal with {@link KeyRefusal.NotOutside}
   */
  public KeyPlaces outside(Path database) {
    Path barred = real(database.toAbsolutePath().normalize());
    for (Path place : List.of(root, kept, destroyable))
      if (real(place).startsWith(barred))
        throw new KeyRefusal(new KeyRefusal.NotOutside(place, database));
    return this;
  }

  private static Path real(Path path) {
    Path parent = path.getParent();
    try {
      if (Files.exists(path) || parent == null)
        return path.toRealPath();
      return real(parent).resolve(path.getFileName());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path rootKey() { return root.resolve("root.key"); }

  Path rootCheck() { return kept.resolve("root.check"); }

  Path lock() { return kept.resolve("lock"); }

  Path locals() { return kept.resolve("locals"); }

  Path destroyed() { return kept.resolve("destroyed"); }
}
