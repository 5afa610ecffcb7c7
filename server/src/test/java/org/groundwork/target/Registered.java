// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.linkage.Mapping;
import org.groundwork.linkage.Source;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;

/** A register of invented houses, built row by row, imported under a code of the test's own. */
public final class Registered {
  private static final String HEADER = "site,house,street,zip,since,until,companies,offices,people,homes\n";
  private static final String MAPPING = """
      name = invented
      tables = houses
      side.owner = HeadOfficer, Officer
      side.agent = Agent
      houses.site = site
      houses.address = house, street
      houses.postcode = zip
      houses.since = since
      houses.until = until
      houses.units = homes
      houses.split = "|"
      houses.company.1 = companies
      houses.person.1 = people
      houses.person.1.role-before = "="
      houses.office.1 = offices
      """;
  private final Product product;
  private final String code;
  private final List<String> rows = new ArrayList<>();

  public Registered(Product product, String code) {
    this.product = product;
    this.code = code;
  }

  /** Adds a house of twenty homes. */
  public Registered house(String id, String since, String companies, String offices, String people) {
    rows.add(String.join(",", id, id, "INVENTED STREET", "09901", since, "", companies, offices, people, "20"));
    return this;
  }

  /** Imports what was added since the last import, in place of it; then each local draws its networks anew. */
  public RegisterImport.Result load(FoundedLocal... locals) throws Exception {
    String csv = HEADER + String.join("\n", rows) + "\n";
    rows.clear();
    var mapping = Mapping.ofText("invented", MAPPING);
    var result = Tenancy.inInstallation(() -> product.bean(RegisterImport.class)
        .run(code, "Invented " + code, mapping,
            List.of(new Source("houses.csv", () -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)))),
            rows -> {}));
    for (var local : locals) {
      local.write(() -> {
        product.bean(Verdicts.class).redraw();
        return true;
      });
    }
    return result;
  }
}
