// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the current local's files in the database, sealed. A file belongs to one thing, which its module names by a
 * {@link SubjectRef}; who may see it is the module's to decide. Runs inside the caller's transaction.
 */
public final class FileStore {
  /** The most files of one thing. */
  public static final int MOST_FILES = 5;
  /** How long files of a form wait for it to be done. */
  static final Duration WAITS = Duration.ofHours(24);
  private static final String TABLE = "platform.file";
  private static final String COLUMNS = "select id, name, media_type, bytes, original from platform.file";

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final FieldCipher cipher;
  private final long mostBytesOfLocal;

  FileStore(JdbcClient jdbc, Ids ids, Clock clock, FieldCipher cipher, long mostBytesOfLocal) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.cipher = cipher;
    this.mostBytesOfLocal = mostBytesOfLocal;
  }

  /**
   * What is known of a file without opening it.
   *
   * @param original SHA-256 of what was uploaded, in hexadecimal
   */
  public record Kept(UUID id, String name, String mediaType, int bytes, String original) {

    /** Whether it is a picture, which may be shown in the browser. */
    public boolean isPicture() {
      return mediaType.startsWith("image/");
    }

    /** Its size in units of 1,024 bytes, at least one. */
    public long kilobytes() { return Math.max(1, bytes / 1024); }
  }

  /** What became of a wish to keep a file. */
  public sealed interface Keeping {
    /** It is kept. */
    record Done(UUID id) implements Keeping {}

    /** The thing has {@link #MOST_FILES} already. */
    record TooMany() implements Keeping {}

    /** The local has no room for more. */
    record NoRoom() implements Keeping {}
  }

  /** Keeps a file of a form that is not done yet; it is deleted a day later unless it is handed on. */
  public Keeping keepWaiting(SubjectRef form, SafeFile file) {
    forgetWaiting();
    lock(form);
    int last = lastPlace(form);
    if (of(form).size() >= MOST_FILES) {
      return new Keeping.TooMany();
    }
    if (bytesKept() + file.bytes() > mostBytesOfLocal) {
      return new Keeping.NoRoom();
    }
    UUID id = ids.random();
    jdbc.sql("""
        insert into platform.file (local_id, id, owner_kind, owner_id, place, name, media_type, bytes, content,
          original, waits_until)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(local(), id, form.kind(), form.id(), last + 1, cipher.seal(ref(id, "name"), file.name()),
            file.mediaType(), file.bytes(), cipher.seal(ref(id, "content"), file.content()),
            cipher.seal(ref(id, "original"), file.original()))
        .param(Timestamp.from(clock.instant().plus(WAITS)))
        .update();
    return new Keeping.Done(id);
  }

  /** The files of a thing, in the order they came. */
  public List<Kept> of(SubjectRef owner) {
    return jdbc.sql(COLUMNS + " where local_id = ? and owner_kind = ? and owner_id = ? order by place")
        .params(local(), owner.kind(), owner.id())
        .query(this::read)
        .list();
  }

  /** The files of many things of a kind, each thing's in the order they came; nothing of one that has none. */
  public Map<UUID, List<Kept>> ofMany(String ownerKind, Collection<UUID> owners) {
    var files = new HashMap<UUID, List<Kept>>();
    jdbc.sql("""
        select owner_id, id, name, media_type, bytes, original from platform.file
        where local_id = ? and owner_kind = ? and owner_id in (select unnest(?::uuid[])) order by owner_id, place""")
        .params(local(), ownerKind, owners.toArray(UUID[]::new))
        .query(rs -> {
          files.computeIfAbsent(rs.getObject("owner_id", UUID.class), _ -> new ArrayList<>()).add(read(rs, 0));
        });
    return files;
  }

  /** One file of a thing; empty if the thing has no such file. */
  public Optional<Kept> of(SubjectRef owner, UUID file) {
    return of(owner).stream().filter(kept -> kept.id().equals(file)).findFirst();
  }

  /** What is in a file of a thing. */
  public byte[] content(SubjectRef owner, UUID file) {
    return jdbc
        .sql("select content from platform.file where local_id = ? and id = ? and owner_kind = ? and owner_id = ?")
        .params(local(), file, owner.kind(), owner.id())
        .query((rs, i) -> cipher.open(ref(file, "content"), rs.getBytes(1)))
        .single();
  }

  /**
   * Hands the waiting files of a form to the thing it made.
   *
   * @return how many; those beyond {@link #MOST_FILES} of the thing are deleted
   */
  public int hand(SubjectRef form, SubjectRef owner) {
    lock(owner);
    int room = MOST_FILES - of(owner).size();
    int place = lastPlace(owner);
    int handed = 0;
    for (Kept file : of(form)) {
      if (handed < room) {
        jdbc.sql("""
            update platform.file set owner_kind = ?, owner_id = ?, place = ?, waits_until = null
            where local_id = ? and id = ?""")
            .params(owner.kind(), owner.id(), ++place, local(), file.id())
            .update();
        handed++;
      } else {
        remove(form, file.id());
      }
    }
    return handed;
  }

  /** The most bytes of all files of a local. */
  public long mostBytes() { return mostBytesOfLocal; }

  /** How many bytes the files of each thing of a kind have. */
  public Map<UUID, Long> bytesOf(String ownerKind) {
    var bytes = new HashMap<UUID, Long>();
    jdbc.sql("""
        select owner_id, sum(bytes) from platform.file where local_id = ? and owner_kind = ? group by owner_id""")
        .params(local(), ownerKind)
        .query(rs -> {
          bytes.put(rs.getObject(1, UUID.class), rs.getLong(2));
        });
    return bytes;
  }

  /** Deletes a file of a thing; false if it has no such file. */
  public boolean remove(SubjectRef owner, UUID file) {
    return jdbc.sql("delete from platform.file where local_id = ? and id = ? and owner_kind = ? and owner_id = ?")
        .params(local(), file, owner.kind(), owner.id())
        .update() == 1;
  }

  /** Deletes every file of a thing. */
  public void removeAll(SubjectRef owner) {
    of(owner).forEach(file -> remove(owner, file.id()));
  }

  /** Deletes what waited too long for its form. */
  public int forgetWaiting() {
    return jdbc.sql("delete from platform.file where local_id = ? and waits_until < ? and waits_until is not null")
        .params(local(), Timestamp.from(clock.instant()))
        .update();
  }

  /** One writer of a thing's files at a time, so that two sent at once do not both find room. */
  private void lock(SubjectRef owner) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
        .param("platform.file " + local() + owner.kind() + owner.id())
        .query(rs -> {});
  }

  private int lastPlace(SubjectRef owner) {
    return jdbc.sql("""
        select coalesce(max(place), 0) from platform.file where local_id = ? and owner_kind = ? and owner_id = ?""")
        .params(local(), owner.kind(), owner.id())
        .query(Integer.class)
        .single();
  }

  private long bytesKept() {
    return jdbc.sql("select coalesce(sum(bytes), 0) from platform.file where local_id = ?")
        .param(local())
        .query(Long.class)
        .single();
  }

  private Kept read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new Kept(id, cipher.openText(ref(id, "name"), rs.getBytes("name")), rs.getString("media_type"),
        rs.getInt("bytes"), cipher.openText(ref(id, "original"), rs.getBytes("original")));
  }

  private static FieldRef ref(UUID id, String column) { return new FieldRef(local(), TABLE, column, id); }

  private static UUID local() { return Tenancy.current().value(); }
}
