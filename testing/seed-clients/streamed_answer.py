import httpx

session_id = "your-session-id"

with httpx.stream(
    "POST",
    "http://localhost:8000/api/chat",
    json={
        "message": "What are the high-priority tasks?",
        "session_id": session_id,
        "stream": True
    }
) as response:
    for line in response.iter_lines():
        if line.startswith("data: "):
            print(line[6:], end="", flush=True)
    print()
