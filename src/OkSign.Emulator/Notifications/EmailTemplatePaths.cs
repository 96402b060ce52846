namespace OkSign.Emulator;

/// <summary>Under which path <c>EmailTemplates.retrieve</c> is; the sources name two.</summary>
public enum EmailTemplatePaths
{
    /// <summary>Under both.</summary>
    Both,

    /// <summary>Under <c>v1/emailtemplates/retrieve</c> only; the other one is answered by 404.</summary>
    OneWord,

    /// <summary>Under <c>v1/email-templates/retrieve</c> only; the other one is answered by 404.</summary>
    Hyphenated,
}
