using System.Text.Json;

namespace OkSign.Client;

/// <summary>How a service tells success from failure, and where in an answer its result lies.</summary>
internal abstract class AnswerForm
{
    /// <summary>Reads an answer whose HTTP status leaves it to the body what it means.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="mayLackEnvelope">Whether an object without <c>status</c> is itself the result.</param>
    /// <exception cref="OkSignException">The service says no, or says nothing that is known.</exception>
    /// <exception cref="JsonException">The body is not the service's JSON.</exception>
    public abstract Envelope Read(in Answer answer, bool mayLackEnvelope);
}
