package dk.effektspor.platform.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Only a request begins a trace. The hundred thousand commands of an import, and a projection that is built again, would
 * else make one each.
 */
final class RequestsOnly implements Sampler {

    private final Sampler requests;

    RequestsOnly(double part) {
        requests = Sampler.traceIdRatioBased(part);
    }

    @Override
    public SamplingResult shouldSample(
            Context parent,
            String traceId,
            String name,
            SpanKind kind,
            Attributes attributes,
            List<LinkData> parentLinks) {
        return kind == SpanKind.SERVER
                ? requests.shouldSample(parent, traceId, name, kind, attributes, parentLinks)
                : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "requests only, " + requests.getDescription();
    }
}
