// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import com.google.crypto.tink.KeysetHandle;

/**
 * Keys in files (see {@code docs/SPEC-keys.md}). Several processes may use the same directories: writers take a lock,
 * and every process sees a rotation or destruction by another within a second.
 */
public final class FileKeyStore implements KeyStore {

  private static final String SUFFIX = ".keys";

  private final KeyPlaces places;
  private final LongSupplier nanoTime;
  private final StoreLock lock;
  private final RootKey root;
  private final DestroyableKeys destroyables;
  private final Map<UUID, FreshFile<LocalKeys>> kept = new ConcurrentHashMap<>();

  private FileKeyStore(KeyPlaces places, LongSupplier nanoTime) {
    this.places = places;
    this.nanoTime = nanoTime;
    this.lock = new StoreLock(places.lock());
    this.root = new RootKey(places, nanoTime);
    this.destroyables = new DestroyableKeys(places, nanoTime);
  }

  /**
   * Opens the store and checks permissions and the root key.
   *
   * @param mayCreate whether a root key may be made where there is none: true only when the database is known to hold
   *     no data. Where keys made under a root key are found, none is made in any case
   * @throws KeyRefusal with the reason
   */
  public static FileKeyStore open(KeyPlaces places, boolean mayCreate) {
    return open(places, mayCreate, System::nanoTime);
  }

  static FileKeyStore open(KeyPlaces places, boolean mayCreate, LongSupplier nanoTime) {
    for (Path directory : new Path[]{places.root(), places.kept(), places.destroyable(), places.locals(),
        places.destroyed()})
      KeyFiles.makeDirectory(directory);
    var store = new FileKeyStore(places, nanoTime);
    return store.lock.holding(() -> {
      store.root.open(mayCreate);
      store.destroyables.sweep();
      return store;
    });
  }

  @Override
  public KeysetHandle keyset(UUID local, Purpose purpose) {
    return find(local, purpose).orElseGet(() -> create(local, purpose));
  }

  @Override
  public KeysetHandle existing(UUID local, Purpose purpose) {
    return find(local, purpose).orElseThrow(() -> {
      destroyables.refuseDestroyed(local, purpose);
      return new KeyRefusal(new KeyRefusal.Missing(local, purpose));
    });
  }

  @Override
  public KeyIds keyIds(UUID local, Purpose purpose) { return Envelope.ids(existing(local, purpose)); }

  @Override
  public int rotate(UUID local, Purpose purpose) {
    return change(local, purpose, keys -> Envelope.withNewPrimary(keys, purpose.use())).getPrimary().getId();
  }

  @Override
  public Set<Integer> retire(UUID local, Purpose purpose, Set<Integer> stillUsed) {
    SortedSet<Integer> retired = new TreeSet<>();
    change(local, purpose, keys -> {
      KeyIds ids = Envelope.ids(keys);
      SortedSet<Integer> unknown = new TreeSet<>(stillUsed);
      unknown.removeIf(ids::knows);
      if (!unknown.isEmpty())
        throw new KeyRefusal(new KeyRefusal.UnknownIds(local, purpose, unknown));
      retired.addAll(ids.older());
      retired.removeAll(stillUsed);
      return Envelope.keep(keys, stillUsed::contains);
    });
    return retired;
  }

  @Override
  public void destroy(UUID local, Purpose purpose) {
    if (!purpose.isDestroyable())
      throw new KeyRefusal(new KeyRefusal.NotDestroyable(purpose));
    lock.<Boolean>holding(() -> {
      destroyables.destroy(local, purpose);
      return true;
    });
  }

  @Override
  public int rotateRoot() {
    return lock.holding(() -> {
      RootKey.Root both = root.reread();
      if (both.keys().size() == 1)
        both = root.write(Envelope.withNewPrimary(both.keys(), Purpose.Use.SEAL));
      root.writeCheck(both);
      int count = 0;
      for (UUID local : locals()) {
        KeyFiles.write(path(local), reread(local).orElseThrow().toFile(both.aead()));
        count++;
      }
      root.write(Envelope.keep(both.keys(), _ -> false));
      return count;
    });
  }

  @Override
  public Set<UUID> locals() {
    SortedSet<UUID> locals = new TreeSet<>();
    for (Path file : KeyFiles.list(places.locals())) {
      String name = file.getFileName().toString();
      if (name.endsWith(SUFFIX))
        locals.add(UUID.fromString(name.substring(0, name.length() - SUFFIX.length())));
    }
    return locals;
  }

  /** The kept purposes for which a local has keys. */
  public Set<Purpose> purposes(UUID local) {
    return file(local).get().map(keys -> Set.copyOf(keys.purposes().keySet())).orElse(Set.of());
  }

  private Optional<KeysetHandle> find(UUID local, Purpose purpose) {
    Optional<LocalKeys> keys = file(local).get();
    return keys.flatMap(found -> purpose.isDestroyable() ? destroyables.find(found, purpose) : kept(found, purpose));
  }

  private static Optional<KeysetHandle> kept(LocalKeys keys, Purpose purpose) {
    return Optional.ofNullable(keys.purposes().get(purpose));
  }

  private KeysetHandle create(UUID local, Purpose purpose) {
    return update(local, purpose, found -> found.orElseGet(() -> Envelope.generate(purpose.use())));
  }

  private KeysetHandle change(UUID local, Purpose purpose, UnaryOperator<KeysetHandle> step) {
    return update(local, purpose, found -> step
        .apply(found.orElseThrow(() -> new KeyRefusal(new KeyRefusal.Missing(local, purpose)))));
  }

  private KeysetHandle update(UUID local, Purpose purpose, Step step) {
    return lock.holding(() -> {
      destroyables.refuseDestroyed(local, purpose);
      LocalKeys keys = reread(local).orElseGet(() -> LocalKeys.fresh(local));
      return purpose.isDestroyable() ? updateDestroyable(keys, purpose, step) : updateKept(keys, purpose, step);
    });
  }

  private KeysetHandle updateKept(LocalKeys keys, Purpose purpose, Step step) {
    Optional<KeysetHandle> before = kept(keys, purpose);
    KeysetHandle after = step.from(before);
    if (before.isEmpty() || before.get() != after)
      KeyFiles.write(path(keys.local()), keys.with(purpose, after).toFile(root.reread().aead()));
    return reread(keys.local()).flatMap(written -> kept(written, purpose)).orElseThrow();
  }

  private KeysetHandle updateDestroyable(LocalKeys keys, Purpose purpose, Step step) {
    if (KeyFiles.stamp(path(keys.local())).isEmpty())
      KeyFiles.write(path(keys.local()), keys.toFile(root.reread().aead()));
    Optional<KeysetHandle> before = destroyables.reread(keys, purpose);
    KeysetHandle after = step.from(before);
    if (before.isEmpty() || before.get() != after)
      destroyables.write(keys, purpose, after);
    return destroyables.reread(keys, purpose).orElseThrow();
  }

  private Optional<LocalKeys> reread(UUID local) { return file(local).reread(); }

  private FreshFile<LocalKeys> file(UUID local) {
    return kept.computeIfAbsent(local,
        _ -> new FreshFile<>(path(local), content -> parse(local, content), nanoTime));
  }

  /** Tries once more with the root key read anew: another process may just have rotated it. */
  private LocalKeys parse(UUID local, byte[] content) {
    return parse(local, content, root::current).or(() -> parse(local, content, root::reread))
        .orElseThrow(() -> new KeyRefusal(new KeyRefusal.Damaged(path(local))));
  }

  private static Optional<LocalKeys> parse(UUID local, byte[] content, Supplier<RootKey.Root> root) {
    try {
      return Optional.of(LocalKeys.fromFile(local, content, root.get().aead()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Path path(UUID local) { return places.locals().resolve(local + SUFFIX); }

  /** From the keys there are, if any, to the keys there shall be. */
  private interface Step {
    KeysetHandle from(Optional<KeysetHandle> found);
  }
}
