// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.sepa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Check digits, with examples that standards and banks publish. */
class CheckDigitsTest {
  @ParameterizedTest
  @ValueSource(strings = {"DE89370400440532013000", "GB82 WEST 1234 5698 7654 32", "fr1420041010050500013m02606",
      "CH9300762011623852957", "NO9386011117947", "MT84MALT011000012345MTLCAST001S", "SA0380000000608010167519"})
  void knowsAnIban(String iban) {
    assertThat(Iban.isValid(iban)).isTrue();
    assertThat(Iban.isValid(iban.replaceFirst("[0-9](?=[^0-9]*$)", "x"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "DE", "DE89370400440532013001", "DE8937040044053201300", "DE893704004405320130000",
      "ÄE89370400440532013000", "DE89-3704-0044-0532-0130-00", "89DE370400440532013000"})
  void refusesWhatIsNone(String iban) { assertThat(Iban.isValid(iban)).isFalse(); }

  /** Examples of the registry for the countries that joined the payments area in 2024 and 2025. */
  @ParameterizedTest
  @ValueSource(strings = {"AL47 2121 1009 0000 0002 3569 8741", "MD24 AG00 0225 1000 1310 4168",
      "ME25 5050 0001 2345 6789 51", "MK07 2501 2000 0058 984", "RS35 2600 0560 1001 6113 79"})
  void knowsTheCountriesThatJoinedLast(String iban) {
    assertThat(Iban.isValid(iban)).isTrue();
    assertThat(Iban.inSepa(iban)).isTrue();
    assertThat(Iban.needsAddress(iban)).isTrue();
    assertThat(Iban.isValid(iban + "0")).isFalse();
  }

  /** Numbers whose check digits are right and that cannot be accounts of their country. */
  @ParameterizedTest
  @ValueSource(strings = {"DE__37040044053201300A", "RS__26000560100161137A", "MK__25A120000058984",
      "AL__2121100A000000023569874", "GB__12345698765432100000", "ME__505000012345678",
      "MT__MALT0A1000012345MTLCAST001S"})
  void refusesLettersAndLengthsThatACountryDoesNotHave(String withoutCheck) {
    String iban = checked(withoutCheck);
    assertThat(Iban.isValid(iban)).as(iban).isFalse();
    assertThat(Iban.isValid(checked("SA" + withoutCheck.substring(2)))).as("its check digits are right").isTrue();
  }

  private static String checked(String open) {
    for (int check = 2; check <= 98; check++) {
      String iban = open.replace("__", String.format("%02d", check));
      if (Mod97.remainder(iban.substring(4) + iban.substring(0, 4)) == 1) {
        return iban;
      }
    }
    throw new AssertionError(open);
  }

  @Test
  void noticesEveryWrongDigitAndEverySwap() {
    String iban = "DE89370400440532013000";
    for (int at = 2; at < iban.length(); at++) {
      for (char other = '0'; other <= '9'; other++) {
        String wrong = iban.substring(0, at) + other + iban.substring(at + 1);
        assertThat(Iban.isValid(wrong)).isEqualTo(wrong.equals(iban));
      }
      String swapped = iban.substring(0, at - 1) + iban.charAt(at) + iban.charAt(at - 1) + iban.substring(at + 1);
      assertThat(Iban.isValid(swapped)).isEqualTo(swapped.equals(iban));
    }
  }

  @Test
  void knowsACreditorIdentifierWhateverItsBusinessCode() {
    assertThat(CreditorId.isValid("DE98ZZZ09999999999")).isTrue();
    assertThat(CreditorId.isValid("DE98ABC09999999999")).isTrue();
    assertThat(CreditorId.isValid("DE98 ZZZ 0 9999999999")).isTrue();
    assertThat(CreditorId.isValid("DE99ZZZ09999999999")).isFalse();
    assertThat(CreditorId.isValid("DE98ZZZ09999999998")).isFalse();
    assertThat(CreditorId.isValid("DE98ZZ")).isFalse();
  }

  @Test
  void makesAndChecksCreditorReferences() {
    assertThat(CreditorReference.of("539007547034")).isEqualTo("RF18539007547034");
    assertThat(CreditorReference.isValid("RF18 5390 0754 7034")).isTrue();
    assertThat(CreditorReference.isValid("RF19 5390 0754 7034")).isFalse();
    var random = new Random(11649);
    for (int times = 0; times < 1_000; times++) {
      var body = new StringBuilder();
      for (int length = 1 + random.nextInt(21); length > 0; length--) {
        body.append("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(random.nextInt(36)));
      }
      assertThat(CreditorReference.isValid(CreditorReference.of(body.toString()))).isTrue();
    }
    assertThatThrownBy(() -> CreditorReference.of("1234567890123456789012"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CreditorReference.of("ä")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CreditorReference.of(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsAQrReference() {
    assertThat(CreditorReference.isQr("21 00000 00003 13947 14300 09017")).isTrue();
    assertThat(CreditorReference.isQr("21 00000 00003 13947 14300 09018")).isFalse();
    assertThat(CreditorReference.isQr("2100000000031394714300090")).isFalse();
    assertThat(CreditorReference.only(" RF18 5390 0754 7034 ")).contains("RF18539007547034");
    assertThat(CreditorReference.only("dues RF18539007547034")).isEmpty();
  }

  @Test
  void knowsWhereAnAccountLies() {
    assertThat(Iban.inSepa("de89 3704 0044 0532 0130 00")).isTrue();
    assertThat(Iban.inSepa("SA0380000000608010167519")).isFalse();
    assertThat(Iban.inSepa("D")).isFalse();
    assertThat(Iban.needsAddress("CH93 0076 2011 6238 5295 7")).isTrue();
    assertThat(Iban.needsAddress("NO9386011117947")).isFalse();
    assertThat(Iban.needsAddress("")).isFalse();
  }
}
