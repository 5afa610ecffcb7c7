// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.read;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.groundwork.linkage.PartyKind;
import org.groundwork.linkage.Side;

/**
 * A mapping, understood.
 *
 * @param sides which role speaks for whom, by the role in lower case
 */
public record Layout(String name, Charset encoding, char separator, DateForm dates, Map<String, Side> sides,
    List<Table> tables) {

  /** One kind of file, told apart from the others by its header. */
  record Table(String name, Place site, List<PartyColumns> parties, List<Office> offices, Columns id, Columns key,
      Columns units, Columns since, Columns until, String split) {
    /** Whether its rows are sites, or only parties of sites in another table. */
    boolean hasSites() {
      return !id.isEmpty();
    }
  }

  /** Columns whose values are joined by a space; none if empty. */
  record Columns(List<Column> list) {
    static final Columns NONE = new Columns(List.of());

    boolean isEmpty() { return list.isEmpty(); }
  }

  /** A column by its name in the header. */
  record Column(String name, boolean optional) {}

  /** The columns of an address. */
  record Place(Columns line, Columns unit, Columns city, Columns postcode) {}

  /** The columns of a business address; whose it is comes from the role, if there is one. */
  record Office(Place place, Role role) {}

  /** The columns of a person or company; {@code office} counts from 0, -1 where addresses are unpaired. */
  record PartyColumns(PartyKind kind, Columns name, Role role, int office) {}

  /** Where a party's role stands: in a column, before a mark inside the value, or the same for all. */
  record Role(Columns column, String mark, String fixed) {
    static final Role NONE = new Role(Columns.NONE, "", "");
  }
}
