namespace OkSign.Emulator;

/// <summary>How <c>reason</c> looks when there is nothing to tell.</summary>
public enum EmptyReason
{
    /// <summary><c>"reason": ""</c>, also where a list or an object is expected.</summary>
    EmptyString,

    /// <summary><c>"reason": []</c>.</summary>
    EmptyArray,
}
