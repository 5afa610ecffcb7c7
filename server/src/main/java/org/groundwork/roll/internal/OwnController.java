// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.groundwork.platform.access.SignedInRoute;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.platform.web.Answer;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.Languages;
import org.groundwork.platform.web.RequestLanguage;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.Person;
import org.groundwork.roll.PersonRecords;
import org.groundwork.roll.PersonState;
import org.groundwork.roll.SafeContact;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is held about oneself: seen, taken along, put right. */
@Controller
class OwnController {
  private final Transactions transactions;
  private final Oneself self;
  private final PersonRecords records;
  private final SafeContact safe;
  private final Locals locals;
  private final Languages languages;
  private final RequestLanguage language;

  OwnController(Transactions transactions, Oneself self, PersonRecords records, SafeContact safe, Locals locals,
      Languages languages, RequestLanguage language) {
    this.transactions = transactions;
    this.self = self;
    this.records = records;
    this.safe = safe;
    this.locals = locals;
    this.languages = languages;
    this.language = language;
  }

  @GetMapping("/l/{local}/me")
  @SignedInRoute
  Answer me(HttpServletRequest request, @RequestParam(defaultValue = "") String done) {
    return self.askedAgain(request, Oneself.FRESH).orElseGet(() -> transactions.read(() -> {
      var person = self.person();
      return Answer.show(new OwnPage(self.sections(), locals.profile().zone(), person.state() != PersonState.LEFT,
          person.state().joined(), Done.key(done)));
    }));
  }

  @GetMapping("/l/{local}/me/file")
  @SignedInRoute
  void file(HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "json") String form)
      throws IOException {
    if (self.askedAgain(request, Oneself.FRESH).isPresent()) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", Oneself.at(""));
      return;
    }
    var sections = transactions.write(() -> {
      self.person();
      self.fetched();
      return self.sections();
    });
    if (form.equals("csv")) {
      Locale reader = language.of(request);
      Download.send(response, "my-data.csv", "text/csv;charset=UTF-8", OwnFile.csv(sections,
          key -> languages.text(reader, key), value -> written(reader, value)));
    } else {
      Download.send(response, "my-data.json", "application/json;charset=UTF-8", OwnFile.json(sections));
    }
  }

  private String written(Locale reader, OwnData.Value value) {
    return switch (value) {
      case OwnData.Text(String text) -> text;
      case OwnData.Word(_, String key) -> languages.text(reader, key);
      case OwnData.Day(var day) -> day.toString();
      case OwnData.Moment(var at) -> at.toString();
      case OwnData.Count(long number) -> Long.toString(number);
      case OwnData.YesNo(boolean yes) -> languages.text(reader, yes ? "roll.yes" : "roll.no");
    };
  }

  @GetMapping("/l/{local}/me/change")
  @SignedInRoute
  Answer form(HttpServletRequest request) {
    return self.askedAgain(request, Oneself.FRESH).orElseGet(() -> transactions.read(() -> {
      var person = self.person();
      String speaks = records.language(person.id()).orElseGet(() -> language.of(request).toLanguageTag());
      return Answer.show(new OwnEditPage(OwnForm.of(person, speaks), FormErrors.none(), Optional.empty()));
    }));
  }

  @PostMapping("/l/{local}/me/change")
  @SignedInRoute
  Answer save(HttpServletRequest request, @ModelAttribute OwnForm form) {
    return self.askedAgain(request, Oneself.TYPING).orElseGet(() -> transactions.write(() -> {
      var person = self.person();
      var errors = new FormErrors();
      var known = form.read(errors, languages, person.known().remark());
      if (known.isEmpty() || errors.any()) {
        return Answer.again(new OwnEditPage(form, errors, Optional.empty()));
      }
      return switch (records.save(person.id(), form.readVersion(), known.get(), form.saysAgreed())) {
        case PersonRecords.Saved.Yes _ -> {
          records.speaks(person.id(), String.valueOf(form.language()));
          yield Answer.goTo(Oneself.at("?done=saved"));
        }
        case PersonRecords.Saved.ChangedMeanwhile(Person now) -> new Answer.Show(
            new OwnEditPage(form.over(now), FormErrors.none(), Optional.of(now)), 409);
      };
    }));
  }

  @GetMapping("/l/{local}/me/reach")
  @SignedInRoute
  Answer rules(HttpServletRequest request) {
    return self.askedAgain(request, Oneself.FRESH).orElseGet(() -> transactions.read(() -> {
      var person = self.person();
      return Answer.show(new SafeContactPage(person, SafeContactForm.of(safe.of(person.id())), FormErrors.none(), "me",
          Optional.empty()));
    }));
  }

  @PostMapping("/l/{local}/me/reach")
  @SignedInRoute
  Answer set(HttpServletRequest request, @ModelAttribute SafeContactForm form) {
    return self.askedAgain(request, Oneself.TYPING)
        .orElseGet(() -> transactions.write(() -> SafeContactController.set(safe, self.person(), form, "me")));
  }
}
