// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * What a file holds, parsed once and again when the file was replaced or removed, by whatever process. It looks at the
 * file at most once a second.
 */
final class FreshFile<T> {

  private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

  private record Held<T>(T value, KeyFiles.Stamp stamp, long lookedAt) {}

  private final Path file;
  private final Function<byte[], T> parse;
  private final LongSupplier nanoTime;
  private volatile @Nullable Held<T> held;

  FreshFile(Path file, Function<byte[], T> parse, LongSupplier nanoTime) {
    this.file = file;
    this.parse = parse;
    this.nanoTime = nanoTime;
  }

  /** The parsed content, the same instance as long as the file is the same; empty if there is no file. */
  Optional<T> get() {
    var current = held;
    long now = nanoTime.getAsLong();
    if (current != null && now - current.lookedAt() < LOOK_AGAIN_NANOS)
      return Optional.of(current.value());
    return look(now);
  }

  /** As {@link #get}, looking at the file in any case. */
  Optional<T> reread() {
    held = null;
    return look(nanoTime.getAsLong());
  }

  private synchronized Optional<T> look(long now) {
    Optional<KeyFiles.Stamp> stamp = KeyFiles.stamp(file);
    if (stamp.isEmpty()) {
      held = null;
      return Optional.empty();
    }
    var current = held;
    if (current != null && current.stamp().equals(stamp.get())) {
      held = new Held<>(current.value(), current.stamp(), now);
      return Optional.of(current.value());
    }
    Optional<T> parsed = KeyFiles.read(file).map(parse);
    held = parsed.map(value -> new Held<>(value, stamp.get(), now)).orElse(null);
    return parsed;
  }
}
