// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage.internal.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groundwork.linkage.Address;
import org.groundwork.linkage.Addresses;

/**
 * Which written addresses are one place. A building is a house, street and postcode, give or take a slip of the pen; an
 * office is a building with a unit.
 */
final class Places {
  /** Streets with one house number and postcode that are still compared pairwise. */
  private static final int MOST_COMPARED = 200;

  private final Texts texts;
  private final Address[] addresses;
  private final int[] building;
  private final int[] office;
  private final boolean[] hasUnit;

  Places(Texts texts) {
    this.texts = texts;
    int n = texts.size();
    addresses = new Address[n];
    building = new int[n];
    office = new int[n];
    hasUnit = new boolean[n];
    numberBuildings();
    joinOffices();
  }

  private void numberBuildings() {
    var numbers = new HashMap<String, Integer>();
    var firsts = new ArrayList<Address>();
    for (int i = 0; i < addresses.length; i++) {
      Address address = PlaceKey.read(texts.key(i));
      addresses[i] = address;
      hasUnit[i] = !address.unit().isEmpty();
      building[i] = numbers.computeIfAbsent(address.building(), k -> {
        firsts.add(address);
        return firsts.size() - 1;
      });
    }
    var alike = new UnionFind(firsts.size());
    joinStreets(firsts, alike);
    joinPostcodes(firsts, alike);
    for (int i = 0; i < building.length; i++) {
      building[i] = alike.find(building[i]);
    }
  }

  private static void joinStreets(List<Address> firsts, UnionFind alike) {
    for (List<Integer> group : grouped(firsts, a -> a.house() + '|' + a.postcode())) {
      if (group.size() > MOST_COMPARED) {
        continue;
      }
      for (int i = 0; i < group.size(); i++) {
        for (int j = i + 1; j < group.size(); j++) {
          int a = group.get(i);
          int b = group.get(j);
          if (Addresses.similarStreets(firsts.get(a).street(), firsts.get(b).street())) {
            alike.union(a, b);
          }
        }
      }
    }
  }

  private static void joinPostcodes(List<Address> firsts, UnionFind alike) {
    for (List<Integer> group : grouped(firsts, a -> a.house() + '|' + a.street())) {
      if (group.size() > MOST_COMPARED) {
        continue;
      }
      for (int i = 0; i < group.size(); i++) {
        for (int j = i + 1; j < group.size(); j++) {
          int a = group.get(i);
          int b = group.get(j);
          if (samePostcode(firsts.get(a).postcode(), firsts.get(b).postcode(), group.size())) {
            alike.union(a, b);
          }
        }
      }
    }
  }

  /** One digit changed or two neighbours exchanged; or one absent where there is only one other. */
  private static boolean samePostcode(String one, String other, int variants) {
    if (one.isEmpty() || other.isEmpty()) {
      return variants == 2;
    }
    if (one.length() != other.length() || one.length() < 5) {
      return false;
    }
    int different = 0;
    for (int i = 0; i < one.length(); i++) {
      different += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return different == 1 || (different == 2 && exchanged(one, other));
  }

  private static boolean exchanged(String one, String other) {
    for (int i = 0; i + 1 < one.length(); i++) {
      if (one.charAt(i) != other.charAt(i)) {
        return one.charAt(i) == other.charAt(i + 1) && one.charAt(i + 1) == other.charAt(i);
      }
    }
    return false;
  }

  private static Iterable<List<Integer>> grouped(List<Address> all, java.util.function.Function<Address, String> by) {
    Map<String, List<Integer>> groups = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      groups.computeIfAbsent(by.apply(all.get(i)), k -> new ArrayList<>(1)).add(i);
    }
    groups.values().removeIf(g -> g.size() < 2);
    return groups.values();
  }

  private void joinOffices() {
    var numbers = new HashMap<String, Integer>();
    for (int i = 0; i < office.length; i++) {
      office[i] = numbers.computeIfAbsent(building[i] + "|" + addresses[i].unit(), k -> numbers.size());
    }
  }

  Address address(int place) { return addresses[place]; }

  /** The building of each place; numbers below the number of places. */
  int[] buildings() { return building; }

  /** The office of each place; numbers below the number of places. */
  int[] offices() { return office; }

  /** For each building how many different units are written. */
  int[] unitsOfBuildings() {
    int[] units = new int[building.length];
    boolean[] seen = new boolean[building.length];
    for (int i = 0; i < building.length; i++) {
      if (hasUnit[i] && !seen[office[i]]) {
        seen[office[i]] = true;
        units[building[i]]++;
      }
    }
    return units;
  }

  boolean hasUnit(int place) { return hasUnit[place]; }
}
