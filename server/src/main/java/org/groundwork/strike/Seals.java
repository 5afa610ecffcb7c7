// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.strike;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;

/** Seals and opens what a strike's books say about households and people. */
record Seals(FieldCipher cipher, BlindIndex index) {

  byte[] seal(String table, String column, UUID id, String text) { return cipher.seal(field(table, column, id), text); }

  byte @Nullable [] sealIfAny(String table, String column, UUID id, String text) {
    return text.isEmpty() ? null : seal(table, column, id, text);
  }

  String open(String table, String column, UUID id, byte[] sealed) {
    return cipher.openText(field(table, column, id), sealed);
  }

  /** The text, empty where there is none. */
  String openIfAny(String table, String column, UUID id, byte @Nullable [] sealed) {
    return Optional.ofNullable(sealed).map(bytes -> open(table, column, id, bytes)).orElse("");
  }

  /** A sum of money as it is sealed: its minor units. */
  byte[] seal(String table, String column, UUID id, Money money) {
    return seal(table, column, id, Long.toString(money.minor()));
  }

  Money money(String table, String column, UUID id, byte[] sealed, Currency currency) {
    return new Money(Long.parseLong(open(table, column, id, sealed)), currency);
  }

  /** By what somebody is found on one strike's list; on another's it is another. */
  byte[] listed(UUID step, UUID person) {
    return index.of(local(), "striker", normalised(step, person));
  }

  /** The same, also under keys that were changed since. */
  List<byte[]> candidates(UUID step, UUID person) {
    return index.candidates(local(), "striker", normalised(step, person));
  }

  private static String normalised(UUID step, UUID person) { return step + " " + person; }

  private static FieldRef field(String table, String column, UUID id) {
    return new FieldRef(local(), "strike." + table, column, id);
  }

  private static UUID local() { return Tenancy.current().value(); }
}
