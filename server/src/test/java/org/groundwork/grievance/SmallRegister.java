// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.groundwork.linkage.BadMapping;
import org.groundwork.linkage.Mapping;
import org.groundwork.linkage.Source;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.support.Product;
import org.groundwork.target.RegisterImport;

/** Three invented houses: two that one office runs for two companies, and one of somebody else. */
final class SmallRegister {
  static final String FIRST = "11 TESTER STREET";
  static final String SECOND = "22 PROBE ROAD";
  static final String STRANGER = "33 ELSEWHERE LANE";
  private static final String CSV = """
      bbl,bin,housenumber,streetname,zip,boro,registrationid,lastregistrationdate,registrationenddate,corpnames,businessaddrs,owners,totalviolations,openviolations,unitsres,yearbuilt,evictions,rsunits2007,rsunits2017,lat,lng
      1,1,11,TESTER STREET,09901,INVENTED,1,2026-01-15,2026-12-31,ELEVEN TESTER LLC,500 HOLDER PLAZA 4 09999,HeadOfficer=VEXFORD YSOLDE,0,0,20,1960,,,,,
      2,2,22,PROBE ROAD,09901,INVENTED,2,2026-01-15,2026-12-31,PROBE ASSETS LLC,500 HOLDER PLAZA 4 09999,HeadOfficer=VEXFORD YSOLDE,0,0,40,1961,,,,,
      3,3,33,ELSEWHERE LANE,09907,INVENTED,3,2026-01-15,2026-12-31,ELSEWHERE LLC,9 OTHER COURT 09998,HeadOfficer=PELLGRAVE TORVALD,0,0,8,1962,,,,,
      """;

  private SmallRegister() {}

  static RegisterImport.Result load(Product product) throws Exception {
    return Tenancy.inInstallation(() -> product.bean(RegisterImport.class)
        .run("tst", "Small register", mapping(),
            List.of(new Source("small.csv", () -> new ByteArrayInputStream(CSV.getBytes(StandardCharsets.UTF_8)))),
            rows -> {}));
  }

  private static Mapping mapping() throws BadMapping { return Mapping.of("hpd-buildings"); }
}
