// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.groundwork.linkage.Mapping;
import org.groundwork.platform.access.SignedInRoute;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.target.RegisterImport;
import org.groundwork.target.RegisterStart;
import org.groundwork.target.RegisterUploads;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Loads public registers for everybody on the installation. Never an employer's or a landlord's own list. */
@Controller
class RegistersController {
  private static final int MOST_FILES = 8;
  private final Transactions transactions;
  private final RegisterImport imports;
  private final RegisterUploads uploads;
  private final RegisterStart start;
  private final Ids ids;

  RegistersController(Transactions transactions, RegisterImport imports, RegisterUploads uploads, RegisterStart start,
      Ids ids) {
    this.transactions = transactions;
    this.imports = imports;
    this.uploads = uploads;
    this.start = start;
    this.ids = ids;
  }

  @GetMapping("/installation/registers")
  @SignedInRoute(ofInstallation = true)
  Answer list() { return Answer.show(page("", "", Mapping.BUILT_IN.getFirst(), FormErrors.none())); }

  @PostMapping("/installation/registers")
  @SignedInRoute(ofInstallation = true)
  Answer load(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String mapping, @RequestParam(required = false) MultipartFile[] files)
      throws IOException {
    var errors = new FormErrors();
    String called = errors.required("name", name, 120);
    String brief = errors.required("code", code, 20);
    if (!brief.isEmpty() && !brief.matches("[a-z0-9]{2,20}")) {
      errors.refuse("code", "registers.code.form");
    }
    if (!Mapping.BUILT_IN.contains(mapping)) {
      errors.refuse("mapping", "registers.mapping.choose");
    }
    List<MultipartFile> given = files == null
        ? List.of()
        : Arrays.stream(files).filter(file -> !file.isEmpty()).toList();
    if (given.isEmpty() || given.size() > MOST_FILES) {
      errors.refuse("files", "registers.files.choose", MOST_FILES);
    }
    if (errors.any()) {
      return Answer.again(page(called, brief, mapping, errors));
    }
    UUID upload = ids.random();
    String folder = uploads.keep(upload,
        given.stream().<RegisterUploads.Incoming>map(file -> file::getInputStream).toList());
    return Answer.goTo("/installation/jobs/" + start.start(brief, called, mapping, folder));
  }

  private RegistersPage page(String name, String code, String mapping, FormErrors errors) {
    return new RegistersPage(transactions.read(imports::all), Mapping.BUILT_IN, name, code, mapping, errors);
  }
}
