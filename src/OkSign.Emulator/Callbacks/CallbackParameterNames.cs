namespace OkSign.Emulator;

/// <summary>The letter case of the parameter names of callbacks.</summary>
public enum CallbackParameterNames
{
    /// <summary>As in the service's answers, such as <c>nbrOfSigaturesValid</c>.</summary>
    AsInAnswers,

    /// <summary>All lower case, such as <c>nbrofsigaturesvalid</c>.</summary>
    LowerCase,
}
