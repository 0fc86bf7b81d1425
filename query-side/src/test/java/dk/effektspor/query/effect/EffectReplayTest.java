package dk.effektspor.query.effect;

import dk.effektspor.query.ReplayedHistories;

class EffectReplayTest extends ReplayedHistories {

    EffectReplayTest() {
        super("effect-view", "effect_view_3", EffectConfiguration.class);
    }
}
