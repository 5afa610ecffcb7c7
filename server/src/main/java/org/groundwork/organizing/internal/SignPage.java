// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.organizing.Cards;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * A card to be signed on the phone by the person themselves, or entered from paper. While a wording is shown to be
 * signed the page holds nothing but the wording.
 *
 * @param text the wording to be signed, absent while one is chosen
 * @param signed what they signed before
 * @param toJoin whether a membership card of theirs counts and they have not joined
 * @param today the proposed day for one on paper
 */
public record SignPage(UUID person, String name, Optional<Cards.Text> text, List<Cards.Text> texts,
    List<Cards.Card> signed, boolean toJoin, String typed, String today, FormErrors errors) implements View {}
