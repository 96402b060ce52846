namespace OkSign.Client;

/// <summary>A request body that is JSON or has some in it, whose names may have to be others.</summary>
internal interface IJsonCarrier
{
    /// <summary>Replaces the JSON before it goes out.</summary>
    void Rewrite(Func<ReadOnlyMemory<byte>, byte[]> rewrite);
}
