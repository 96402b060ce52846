namespace OkSign.Emulator;

/// <summary>The form of the answers of <c>SignExpress.create</c> and <c>EditorExpress.create</c>. The URL ends in the token.</summary>
public enum SessionAnswer
{
    /// <summary><c>"reason": URL</c>.</summary>
    Url,

    /// <summary><c>"reason": TOKEN</c>.</summary>
    Token,

    /// <summary><c>"reason": {"url": URL, "token": TOKEN}</c>.</summary>
    UrlAndToken,
}
