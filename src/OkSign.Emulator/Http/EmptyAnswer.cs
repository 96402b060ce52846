using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Http;

/// <summary>The answer of an operation that finds nothing.</summary>
internal sealed class EmptyAnswer(WireVariants variants)
{
    public IResult Result => Envelope.Ok(variants.EmptyReason == EmptyReason.EmptyArray ? Array.Empty<string>() : "");
}
