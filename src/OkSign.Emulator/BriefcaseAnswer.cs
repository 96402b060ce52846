namespace OkSign.Emulator;

/// <summary>The form of the answer of <c>Briefcase.create</c>.</summary>
public enum BriefcaseAnswer
{
    /// <summary><c>"reason": {"docid": TOKEN, "signersinfo": [{"name": ..., "id": ..., "url": ...}]}</c>.</summary>
    TokenAndLinks,

    /// <summary><c>"reason": TOKEN</c>. The signing links are in the answer of <c>Briefcase.retrieve</c>.</summary>
    Token,
}
