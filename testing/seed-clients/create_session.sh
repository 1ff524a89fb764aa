curl -X POST http://localhost:8000/api/chat/sessions
