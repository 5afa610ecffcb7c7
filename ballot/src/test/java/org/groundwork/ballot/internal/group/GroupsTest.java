// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way to compute a power gives the same, in each group, and nothing outside a group passes for one of its elements. */
class GroupsTest {
  private final Random random = new Random(25519);

  static List<Group> groups() { return List.of(Groups.ED25519, Groups.BELENIOS_2048, Groups.RFC_3526_2048, withGmp()); }

  private static Group withGmp() {
    var plain = (FiniteField) Groups.BELENIOS_2048;
    return plain.with(Kernels.GMP);
  }

  private BigInteger exponent(Group group) { return new BigInteger(group.q().bitLength() + 64, random).mod(group.q()); }

  @ParameterizedTest
  @MethodSource("groups")
  void everyWayToAPowerGivesTheSame(Group group) {
    Element base = group.power(group.g(), exponent(group));
    Group.Powers prepared = group.prepared(base, 1_000);
    BigInteger last = group.q().subtract(BigInteger.ONE);
    for (BigInteger e : List.of(BigInteger.ZERO, BigInteger.ONE, BigInteger.TWO, BigInteger.valueOf(16), last,
        last.shiftRight(1), exponent(group), exponent(group), exponent(group))) {
      Element power = group.power(base, e);
      BigInteger f = exponent(group);
      assertThat(
          List.of(prepared.of(e), prepared.ofSecret(e), group.powerOfSecret(base, e), group.powers(base, e, f)[0],
              group.powers(base, f, e, f)[1], group.powers(base, e)[0]))
          .allMatch(each -> group.same(each, power));
      assertThat(group.same(group.times(power, group.power(base, last.subtract(e).add(BigInteger.ONE).mod(group.q()))),
          group.one())).isTrue();
      assertThat(group.contains(power)).isTrue();
      assertThat(group.write(group.read(group.write(power)))).isEqualTo(group.write(power));
    }
  }

  @ParameterizedTest
  @MethodSource("groups")
  void smallPowersAreProducts(Group group) {
    Element product = group.one();
    for (int i = 0; i < 40; i++) {
      assertThat(group.same(product, group.power(group.g(), BigInteger.valueOf(i)))).isTrue();
      product = group.times(product, group.g());
    }
    assertThat(group.isOne(group.times(product, group.inverse(product)))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void writesManyAsOneByOne(Group group) {
    List<Element> elements = IntStream.range(0, 5).mapToObj(_ -> group.power(group.g(), exponent(group))).toList();
    assertThat(group.write(elements)).isEqualTo(elements.stream().map(group::write).toList());
  }

  @Test
  void readsOnlyTheOneWayToWrite() {
    for (String wrong : List.of("", "0", "01", "-1", "+1", "1 ", "1e3", "12345678901234567890x")) {
      assertThatThrownBy(() -> Groups.BELENIOS_2048.read(wrong)).isInstanceOf(Group.NotAnElement.class);
    }
    String g = Groups.ED25519.write(Groups.ED25519.g());
    for (String wrong : List.of("", g.substring(1), g + "0", g.toUpperCase(java.util.Locale.ROOT).replace('6', 'F'),
        "g" + g.substring(1))) {
      assertThatThrownBy(() -> Groups.ED25519.read(wrong)).isInstanceOf(Group.NotAnElement.class);
    }
  }

  @Test
  void refusesNumbersOfPAndMore() {
    BigInteger p = Groups.RFC_3526_2048.q().shiftLeft(1).add(BigInteger.ONE);
    for (BigInteger wrong : List.of(p, p.add(BigInteger.ONE), p.shiftLeft(1))) {
      assertThatThrownBy(() -> Groups.RFC_3526_2048.read(wrong.toString())).isInstanceOf(Group.NotAnElement.class);
    }
    assertThat(Groups.RFC_3526_2048.contains(Groups.RFC_3526_2048.read(p.subtract(BigInteger.ONE).toString())))
        .isFalse();
  }

  /** The eight points whose order divides 8, and the other ways to write some of them (RFC 8032, section 5.1.3). */
  @Test
  void noneOfTheEightTorsionPointsButTheNeutralOneBelongs() {
    BigInteger p = Field.P;
    BigInteger order8 = new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16);
    List<BigInteger> ys = List.of(BigInteger.ONE, p.subtract(BigInteger.ONE), BigInteger.ZERO, order8,
        p.subtract(order8));
    int points = 0;
    for (BigInteger y : ys) {
      for (int sign = 0; sign < 2; sign++) {
        String text = hex(sign == 0 ? y : y.setBit(255));
        Element point;
        try {
          point = Groups.ED25519.read(text);
        } catch (Group.NotAnElement _) {
          continue; // x = 0 with a sign
        }
        points++;
        assertThat(Groups.ED25519.isOne(Groups.ED25519.power(point, BigInteger.valueOf(8)))).isTrue();
        assertThat(Groups.ED25519.contains(point)).isEqualTo(y.equals(BigInteger.ONE));
        Element moved = Groups.ED25519.times(point, Groups.ED25519.g());
        assertThat(Groups.ED25519.contains(moved)).isEqualTo(y.equals(BigInteger.ONE));
      }
    }
    assertThat(points).isEqualTo(8);
    for (BigInteger y : List.of(p, p.add(BigInteger.ONE), p.add(BigInteger.valueOf(18)))) {
      assertThatThrownBy(() -> Groups.ED25519.read(hex(y))).isInstanceOf(Group.NotAnElement.class);
    }
  }

  private static String hex(BigInteger number) {
    String digits = number.toString(16);
    return "0".repeat(64 - digits.length()) + digits;
  }

  @ParameterizedTest
  @MethodSource("groups")
  void findsTheOneAmongManyThatDoesNotBelong(Group group) {
    Element stranger = stranger(group);
    for (int size : new int[]{1, 159, 160, 600}) {
      var members = new Membership(group);
      int at = size / 2;
      Element element = group.g();
      for (int i = 0; i < size; i++) {
        members.add(i == at ? group.times(element, stranger) : element);
        element = group.times(element, group.g());
      }
      assertThat(members.firstStranger()).isEqualTo(at);
      members.clear();
      for (int i = 0; i < size; i++) {
        members.add(group.g());
      }
      assertThat(members.firstStranger()).isEqualTo(-1);
    }
  }

  /** Of order 2 in each: -1, or the point (0, -1). */
  private static Element stranger(Group group) {
    if (group.equals(Groups.ED25519)) {
      return group.read(hex(Field.P.subtract(BigInteger.ONE)));
    }
    return group.read(((FiniteField) group).p().subtract(BigInteger.ONE).toString());
  }

  /** The cofactor of BELENIOS-2048 is divisible by 2 and 3: elements of the orders 2, 3 and 6 are no elements of the group. */
  @Test
  void elementsOfOrderTwoThreeAndSixDoNotBelong() {
    var group = (FiniteField) Groups.BELENIOS_2048;
    BigInteger p = group.p();
    for (int order : new int[]{2, 3, 6}) {
      BigInteger element = ofOrder(order, p);
      Element read = group.read(element.toString());
      assertThat(group.contains(read)).isFalse();
      assertThat(group.contains(group.times(read, group.g()))).isFalse();
    }
  }

  private static BigInteger ofOrder(int order, BigInteger p) {
    BigInteger exponent = p.subtract(BigInteger.ONE).divide(BigInteger.valueOf(order));
    return IntStream.iterate(2, seed -> seed + 1)
        .mapToObj(seed -> BigInteger.valueOf(seed).modPow(exponent, p))
        .filter(each -> IntStream.range(1, order)
            .noneMatch(
                smaller -> each.modPow(BigInteger.valueOf(smaller), p).equals(BigInteger.ONE)))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void holdsSmallNumbers(Group group) {
    if (!group.hasEmbedding()) {
      assertThatThrownBy(() -> group.ofInts(new int[]{1})).isInstanceOf(IllegalArgumentException.class);
      return;
    }
    for (int size : new int[]{1, 5, group.mostInts()}) {
      int[] values = random.ints(size, 0, 256).toArray();
      Element element = group.ofInts(values);
      assertThat(group.contains(element)).isTrue();
      assertThat(group.toInts(element, size)).containsExactly(values);
    }
    assertThat(group.toInts(group.ofInts(new int[3]), 3)).containsExactly(0, 0, 0);
    assertThatThrownBy(() -> group.ofInts(new int[group.mostInts() + 1])).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> group.ofInts(new int[]{256})).isInstanceOf(IllegalArgumentException.class);
  }
}
