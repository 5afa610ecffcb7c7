// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.read;

import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.groundwork.linkage.BusinessAddress;
import org.groundwork.linkage.Message;
import org.groundwork.linkage.Party;
import org.groundwork.linkage.PostalAddress;
import org.groundwork.linkage.Side;
import org.groundwork.linkage.Site;
import org.groundwork.linkage.internal.read.Layout.Columns;
import org.groundwork.linkage.internal.read.Layout.Office;
import org.groundwork.linkage.internal.read.Layout.PartyColumns;
import org.groundwork.linkage.internal.read.Layout.Place;
import org.groundwork.linkage.internal.read.Layout.Role;

/** Makes sites and parties of rows. One per thread and chunk. */
final class RowReader {
  private final Layout layout;
  private final BoundTable table;
  private final Fields fields;

  /** Why a row cannot be used. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Message reason;
    private final int column;

    Unusable(int column, Message reason) {
      super(reason.key(), null, false, false);
      this.column = column;
      this.reason = reason;
    }

    Message reason() { return reason; }

    int column() { return column; }
  }

  RowReader(Layout layout, BoundTable table) {
    this.layout = layout;
    this.table = table;
    this.fields = new Fields(layout.separator());
  }

  /** Moves to a row. */
  void take(Chunk chunk, int row) throws Unusable {
    fields.take(chunk, row);
    if (fields.hasNul()) {
      throw new Unusable(1, Message.of("row.nul"));
    }
    for (int i = 0; i < fields.count(); i++) {
      if (fields.length(i) > Limits.FIELD) {
        throw new Unusable(fields.column(i),
            Message.of("row.field.long", Integer.toString(i + 1), Integer.toString(Limits.FIELD)));
      }
    }
    if (fields.count() != table.width()) {
      throw new Unusable(1,
          Message.of("row.width", Integer.toString(fields.count()), Integer.toString(table.width())));
    }
  }

  String key() throws Unusable {
    Columns columns = table.table().key();
    return columns.isEmpty() ? "" : identifier(columns);
  }

  /** The site of the row, with the parties in it. */
  Site site() throws Unusable {
    Layout.Table t = table.table();
    String id = identifier(t.id());
    return new Site(id, place(t.site()), units(t.units()), parties(), offices(),
        date(t.since()), date(t.until()));
  }

  private String identifier(Columns columns) throws Unusable {
    String id = text(columns);
    if (id.isEmpty() || id.length() > Limits.ID) {
      String column = columns.list().getFirst().name();
      throw new Unusable(at(columns), id.isEmpty()
          ? Message.of("row.id.none", column)
          : Message.of("row.id.long", column, Integer.toString(Limits.ID)));
    }
    return id;
  }

  List<Party> parties() throws Unusable {
    var parties = new ArrayList<Party>();
    for (PartyColumns columns : table.table().parties()) {
      Optional<PostalAddress> address = Optional.empty();
      if (columns.office() >= 0) {
        PostalAddress own = place(table.table().offices().get(columns.office()).place());
        address = own.isEmpty() ? Optional.empty() : Optional.of(own);
      }
      for (String value : values(columns.name())) {
        party(columns, value, address).ifPresent(parties::add);
      }
    }
    return parties;
  }

  private Optional<Party> party(PartyColumns columns, String value, Optional<PostalAddress> address) throws Unusable {
    String name = value;
    String role = role(columns.role());
    String mark = columns.role().mark();
    int cut = mark.isEmpty() ? -1 : value.indexOf(mark);
    if (cut >= 0) {
      role = value.substring(0, cut).strip();
      name = value.substring(cut + mark.length()).strip();
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(new Party(columns.kind(), side(role), role, name, address));
  }

  List<BusinessAddress> offices() throws Unusable {
    var offices = new ArrayList<BusinessAddress>();
    for (Office office : table.table().offices()) {
      Side side = side(role(office.role()));
      Place place = office.place();
      PostalAddress whole = place(place);
      for (String line : values(place.line())) {
        var address = new PostalAddress(line, whole.unit(), whole.city(), whole.postcode());
        offices.add(new BusinessAddress(address, side));
      }
    }
    return offices;
  }

  private String role(Role role) throws Unusable {
    return role.column().isEmpty() ? role.fixed() : text(role.column());
  }

  private Side side(String role) {
    return role.isEmpty() ? Side.UNKNOWN : layout.sides().getOrDefault(role.toLowerCase(Locale.ROOT), Side.UNKNOWN);
  }

  private PostalAddress place(Place place) throws Unusable {
    return new PostalAddress(text(place.line()), text(place.unit()), text(place.city()), text(place.postcode()));
  }

  /** The values of a field that holds several. */
  private List<String> values(Columns columns) throws Unusable {
    String whole = text(columns);
    String split = table.table().split();
    if (whole.isEmpty()) {
      return List.of();
    }
    var values = new ArrayList<String>(4);
    int from = 0;
    while (true) {
      int cut = split.isEmpty() ? -1 : whole.indexOf(split, from);
      String value = whole.substring(from, cut < 0 ? whole.length() : cut).strip();
      check(columns, value, values.size());
      if (!value.isEmpty()) {
        values.add(value);
      }
      if (cut < 0) {
        return values;
      }
      from = cut + split.length();
    }
  }

  private void check(Columns columns, String value, int before) throws Unusable {
    String column = columns.list().getFirst().name();
    if (value.length() > Limits.VALUE) {
      throw new Unusable(at(columns), Message.of("row.value.long", column, Integer.toString(Limits.VALUE)));
    }
    if (before >= Limits.VALUES) {
      throw new Unusable(at(columns), Message.of("row.values.many", column, Integer.toString(Limits.VALUES)));
    }
  }

  private OptionalInt units(Columns columns) throws Unusable {
    String text = text(columns).replace(",", "");
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int units = new java.math.BigDecimal(text).intValueExact();
      if (units >= 0) {
        return OptionalInt.of(units);
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw noNumber(columns);
    }
    throw noNumber(columns);
  }

  private Unusable noNumber(Columns columns) {
    return new Unusable(at(columns), Message.of("row.number", columns.list().getFirst().name()));
  }

  private Optional<LocalDate> date(Columns columns) throws Unusable {
    String text = text(columns);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> date = layout.dates().read(text);
    if (date.isEmpty()) {
      throw new Unusable(at(columns),
          Message.of("row.date", columns.list().getFirst().name(), layout.dates().word()));
    }
    return date;
  }

  private int at(Columns columns) {
    int[] indexes = table.indexes(columns);
    return indexes.length == 0 ? 1 : fields.column(indexes[0]);
  }

  private String text(Columns columns) throws Unusable {
    int[] indexes = table.indexes(columns);
    if (indexes.length == 0) {
      return "";
    }
    String text = text(indexes[0]);
    for (int i = 1; i < indexes.length; i++) {
      String more = text(indexes[i]);
      text = more.isEmpty() ? text : text.isEmpty() ? more : text + ' ' + more;
    }
    return text;
  }

  private String text(int field) throws Unusable {
    try {
      return fields.text(field);
    } catch (CharacterCodingException e) {
      throw new Unusable(fields.column(field), Message.of("row.encoding", Integer.toString(field + 1)));
    }
  }
}
