// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.groundwork.platform.host.SealedColumns.Column;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.keys.SealedFieldException;

/**
 * Seals anew what stands sealed inside the images of change-sets: rows as JSON, whose bytes are written as
 * {@code "column": "\\x…"}. The subject of a change is the table of the row.
 */
final class ImageResealing {
  private static final Pattern BYTES = Pattern.compile("\"([a-z_]+)\": ?\"\\\\\\\\x(01(?:[0-9a-f]{2}){64,})\"");
  private final Connection owner;
  private final KeyStore keys;
  private final Map<String, Column> columns;

  ImageResealing(Connection owner, KeyStore keys, List<Column> columns) {
    this.owner = owner;
    this.keys = keys;
    this.columns = columns.stream()
        .filter(Column::ofLocals)
        .collect(Collectors.toUnmodifiableMap(Column::toString, Function.identity()));
  }

  private record Place(UUID set, String subject, UUID row) {
    static final Place FIRST = new Place(new UUID(0, 0), "", new UUID(0, 0));
  }

  private record Image(Place place, byte[] json) {}

  /** Seals anew what is older in one local's images. */
  Resealing.Tally of(UUID local) throws SQLException {
    long[] done = {0, 0};
    each(local, some -> {
      for (Image image : some) {
        String before = new String(image.json(), UTF_8);
        String after = resealed(local, image.place(), before, done);
        if (!after.equals(before)) {
          write(local, image, after.getBytes(UTF_8));
        }
      }
      owner.commit();
    });
    return new Resealing.Tally(done[0], done[1]);
  }

  /** Every key of a purpose that an image of the local still needs; one whose column is not known counts for all. */
  Set<Integer> keysInUse(UUID local, Purpose purpose) throws SQLException {
    var found = new HashSet<Integer>();
    each(local, some -> {
      for (Image image : some) {
        BYTES.matcher(new String(image.json(), UTF_8)).results().forEach(bytes -> {
          Column column = columns.get(image.place().subject() + "." + bytes.group(1));
          if (column == null || column.purpose().equals(purpose)) {
            found.add(HexFormat.fromHexDigits(bytes.group(2), 2, 10));
          }
        });
      }
    });
    owner.commit();
    return found;
  }

  private String resealed(UUID local, Place place, String json, long[] done) {
    return BYTES.matcher(json).replaceAll(bytes -> {
      Column column = columns.get(place.subject() + "." + bytes.group(1));
      return java.util.regex.Matcher.quoteReplacement(column == null
          ? bytes.group()
          : anew(local, place, column, bytes,
              done));
    });
  }

  private String anew(UUID local, Place place, Column column, MatchResult bytes, long[] done) {
    var cipher = new FieldCipher(keys, column.purpose());
    var ref = column.place(local, place.row());
    byte[] sealed = HexFormat.of().parseHex(bytes.group(2));
    try {
      if (!cipher.isOutdated(ref, sealed)) {
        return bytes.group();
      }
      String fresh = HexFormat.of().formatHex(cipher.reseal(ref, sealed));
      done[0]++;
      return bytes.group().replace(bytes.group(2), fresh);
    } catch (SealedFieldException e) {
      done[1]++;
      return bytes.group();
    }
  }

  private void write(UUID local, Image image, byte[] json) throws SQLException {
    try (var statement = owner.prepareStatement("update platform.change set before = ? where local_id = ?"
        + " and change_set_id = ? and subject = ? and row_id = ? and before = ?")) {
      statement.setBytes(1, json);
      statement.setObject(2, local);
      statement.setObject(3, image.place().set());
      statement.setString(4, image.place().subject());
      statement.setObject(5, image.place().row());
      statement.setBytes(6, image.json());
      statement.executeUpdate();
    }
  }

  private interface Some {
    void take(List<Image> images) throws SQLException;
  }

  private void each(UUID local, Some work) throws SQLException {
    for (List<Image> some = after(local, Place.FIRST); !some.isEmpty(); some = after(local, some.getLast().place())) {
      work.take(some);
    }
  }

  private List<Image> after(UUID local, Place place) throws SQLException {
    try (var statement = owner.prepareStatement("""
        select change_set_id, subject, row_id, before from platform.change
        where local_id = ? and (change_set_id, subject, row_id) > (?, ?, ?) and before is not null
        order by change_set_id, subject, row_id limit 500""")) {
      statement.setObject(1, local);
      statement.setObject(2, place.set());
      statement.setString(3, place.subject());
      statement.setObject(4, place.row());
      var found = new ArrayList<Image>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(new Image(new Place(rows.getObject(1, UUID.class), rows.getString(2),
              rows.getObject(3, UUID.class)), rows.getBytes(4)));
        }
      }
      return found;
    }
  }
}
